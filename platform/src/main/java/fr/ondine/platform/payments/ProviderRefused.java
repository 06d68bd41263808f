package fr.ondine.platform.payments;

import fr.ondine.platform.kernel.DomainException;

/** The provider will not take this payment, and says so without doubt. */
public final class ProviderRefused extends DomainException {

    private final String reason;

    public ProviderRefused(String reason) {
        super("payments.provider-refused");
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
