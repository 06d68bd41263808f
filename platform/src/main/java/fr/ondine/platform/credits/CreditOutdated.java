package fr.ondine.platform.credits;

import fr.ondine.platform.kernel.DomainException;

/** A credit note that would do something else by now than whoever orders it was shown: somebody else was faster. */
public final class CreditOutdated extends DomainException {

    private static final long serialVersionUID = 1L;

    private CreditOutdated(String code) {
        super(code);
    }

    static CreditOutdated corrected() {
        return new CreditOutdated("credits.corrected-meanwhile");
    }

    static CreditOutdated paid() {
        return new CreditOutdated("credits.paid-meanwhile");
    }
}
