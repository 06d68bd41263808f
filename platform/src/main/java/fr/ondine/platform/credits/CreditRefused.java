package fr.ondine.platform.credits;

import fr.ondine.platform.kernel.DomainException;

/** A credit note that cannot be: of a credit note, of nothing that is left, of more than a line has, or without a reason. */
public final class CreditRefused extends DomainException {

    private CreditRefused(String code, Object... arguments) {
        super(code, arguments);
    }

    static CreditRefused ofCreditNote() {
        return new CreditRefused("credits.of-credit-note");
    }

    /** Of an estimate that a later invoice has taken back already: that one is to be corrected. */
    static CreditRefused takenBack() {
        return new CreditRefused("credits.taken-back");
    }

    static CreditRefused nothingLeft() {
        return new CreditRefused("credits.nothing-left");
    }

    static CreditRefused tooMuch(String line, Object left) {
        return new CreditRefused("credits.too-much", line, left);
    }

    static CreditRefused withoutReason() {
        return new CreditRefused("credits.reason-missing");
    }
}
