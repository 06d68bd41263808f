package fr.ondine.platform.fees;

import fr.ondine.platform.kernel.DomainException;
import java.time.LocalDate;

/** A bill of services that cannot be: of nothing, of what the tariff does not have, due in the past, or a second opening. */
public final class FeeRefused extends DomainException {

    private FeeRefused(String code, Object... arguments) {
        super(code, arguments);
    }

    static FeeRefused ofNothing() {
        return new FeeRefused("fees.none-chosen");
    }

    /** The tariff has changed since it was chosen. */
    static FeeRefused noLongerOffered() {
        return new FeeRefused("fees.no-longer-offered");
    }

    static FeeRefused dueOutside(LocalDate first, LocalDate last) {
        return new FeeRefused("fees.due-outside", first, last);
    }

    static FeeRefused openedAlready() {
        return new FeeRefused("fees.opened-already");
    }

    static FeeRefused holderIncomplete() {
        return new FeeRefused("fees.holder-incomplete");
    }

    /** It would say something else now than what was looked at. */
    static FeeRefused changed() {
        return new FeeRefused("fees.changed");
    }
}
