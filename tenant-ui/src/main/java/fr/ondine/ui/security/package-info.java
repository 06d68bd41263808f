/** Who may see what, and the headers that every answer carries. */
@NullMarked
package fr.ondine.ui.security;

import org.jspecify.annotations.NullMarked;
