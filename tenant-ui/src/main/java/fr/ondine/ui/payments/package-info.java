/** Paying by card: the way to the provider's page and the way back. */
@NullMarked
package fr.ondine.ui.payments;

import org.jspecify.annotations.NullMarked;
