/** The pages that everybody may read: what the portal is for, who to ask, what the law wants said. */
@org.jspecify.annotations.NullMarked
package fr.ondine.ui.welcome;
