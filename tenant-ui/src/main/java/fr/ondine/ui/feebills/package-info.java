/** Billing an agreement what is done once, for the staff who bill. */
@NullMarked
package fr.ondine.ui.feebills;

import org.jspecify.annotations.NullMarked;
