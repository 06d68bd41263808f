/** The one design of all portals: frame, pieces, brand, French formats and error pages. */
@org.jspecify.annotations.NullMarked
package fr.ondine.ui.shell;
