/** Where staff look at the readings that deserve it, correct them, and enter those that they took themselves. */
@NullMarked
package fr.ondine.ui.readings;

import org.jspecify.annotations.NullMarked;
