/** Paying by card: the way to the provider's page and the way back. */
@ApplicationModule(id = "payment-pages", displayName = "Payment pages") // the platform has a module payments already
@NullMarked
package fr.ondine.ui.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
