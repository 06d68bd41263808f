package fr.ondine.platform.payments;

import fr.ondine.platform.kernel.Money;
import java.net.URI;

/**
 * What the provider is asked for. The same payment gives the same order word for word each time it is asked again, for
 * the provider recognises it by its idempotency key.
 */
public record Order(PaymentId payment, String idempotencyKey, Money amount, String label, URI success, URI cancel) {}
