package fr.ondine.platform.reminders;

import fr.ondine.platform.kernel.DomainException;
import java.time.LocalDate;

/** A dispute that cannot be noted as it is. */
public final class DisputeRefused extends DomainException {

    private DisputeRefused(String code, Object... values) {
        super(code, values);
    }

    static DisputeRefused reasonMissing(int longest) {
        return new DisputeRefused("reminders.dispute-reason", longest);
    }

    static DisputeRefused dayOutside(LocalDate first, LocalDate last) {
        return new DisputeRefused("reminders.dispute-day", first, last);
    }
}
