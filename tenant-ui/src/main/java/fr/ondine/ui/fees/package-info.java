/** Billing an agreement what is done once, for the staff who bill. */
@NullMarked
package fr.ondine.ui.fees;

import org.jspecify.annotations.NullMarked;
