/** The back office of a utility: its staff come in, its administrators configure the portal and say who works here. */
@NullMarked
package fr.ondine.ui.staff;

import org.jspecify.annotations.NullMarked;
