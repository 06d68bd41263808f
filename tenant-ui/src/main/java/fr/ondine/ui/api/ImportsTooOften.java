package fr.ondine.ui.api;

import fr.ondine.platform.provider.ProviderLimits;

/** The program has sent as many imports as it may for the moment. */
final class ImportsTooOften extends RuntimeException {

    private final transient ProviderLimits.Taken taken;

    ImportsTooOften(ProviderLimits.Taken taken) {
        super("imports too often");
        this.taken = taken;
    }

    ProviderLimits.Taken taken() {
        return taken;
    }
}
