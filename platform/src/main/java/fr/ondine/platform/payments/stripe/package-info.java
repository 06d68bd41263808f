/** Stripe: its SDK, its cents and its webhooks stay in here. */
@NullMarked
package fr.ondine.platform.payments.stripe;

import org.jspecify.annotations.NullMarked;
