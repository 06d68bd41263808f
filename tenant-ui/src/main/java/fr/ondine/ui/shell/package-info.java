/** The one design of all portals: frame, pieces, brand, how values are written, and error pages. */
@org.jspecify.annotations.NullMarked
package fr.ondine.ui.shell;
