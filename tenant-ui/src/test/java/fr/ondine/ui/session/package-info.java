@org.jspecify.annotations.NullMarked
package fr.ondine.ui.session;
