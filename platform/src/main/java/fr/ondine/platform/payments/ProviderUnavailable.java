package fr.ondine.platform.payments;

import fr.ondine.platform.kernel.DomainException;

/** The provider did not answer, or not so that we know what it did: it will be asked again. */
public final class ProviderUnavailable extends DomainException {

    public ProviderUnavailable(Throwable cause) {
        super("payments.provider-unavailable");
        initCause(cause);
    }
}
