package fr.ondine.platform.reminders;

import fr.ondine.platform.kernel.DomainException;

/** Excuses that cannot be sent. */
public final class ApologyRefused extends DomainException {

    private ApologyRefused(String code, Object... values) {
        super(code, values);
    }

    /** The letter has not left, was taken back, or was excused before. */
    static ApologyRefused notNow() {
        return new ApologyRefused("reminders.apology-not-now");
    }

    static ApologyRefused tooLong(int longest) {
        return new ApologyRefused("reminders.apology-too-long", longest);
    }
}
