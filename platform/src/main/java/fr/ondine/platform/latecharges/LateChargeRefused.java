package fr.ondine.platform.latecharges;

import fr.ondine.platform.kernel.DomainException;
import java.time.LocalDate;

/** An increase that cannot be, or a registered letter that cannot be noted. */
public final class LateChargeRefused extends DomainException {

    private LateChargeRefused(String code, Object... values) {
        super(code, values);
    }

    /** The utility does not increase, or this invoice is not to be increased, or by another amount than was looked at. */
    static LateChargeRefused changed() {
        return new LateChargeRefused("late-charges.changed");
    }

    static LateChargeRefused numberMissing(int longest) {
        return new LateChargeRefused("late-charges.number", longest);
    }

    static LateChargeRefused dayOutside(LocalDate first, LocalDate last) {
        return new LateChargeRefused("late-charges.day", first, last);
    }
}
