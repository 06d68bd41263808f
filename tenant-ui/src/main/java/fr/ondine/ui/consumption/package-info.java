/** What was used, and the readings that a subscriber sends. */
@NullMarked
package fr.ondine.ui.consumption;

import org.jspecify.annotations.NullMarked;
