package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.DomainException;
import java.time.LocalDate;

/** A reading that staff typed cannot be, or one that stands cannot be withdrawn; nothing is kept of what was asked. */
public final class ReadingRefused extends DomainException {

    private ReadingRefused(String why, Object... arguments) {
        super("metering.refused." + why, arguments);
    }

    static ReadingRefused unknownContract() {
        return new ReadingRefused("unknown-contract");
    }

    static ReadingRefused withoutDay() {
        return new ReadingRefused("day-missing");
    }

    static ReadingRefused inFuture(LocalDate today) {
        return new ReadingRefused("day-in-future", today);
    }

    static ReadingRefused withoutMeter(LocalDate day) {
        return new ReadingRefused("no-meter", day);
    }

    /** A day that an invoice covers already. */
    static ReadingRefused billed(LocalDate until) {
        return new ReadingRefused("billed", until);
    }

    /** A reading that stands, and that an invoice went up to or beyond. */
    static ReadingRefused alreadyBilled() {
        return new ReadingRefused("already-billed");
    }

    static ReadingRefused already(Reading reading) {
        return new ReadingRefused("already", reading.register(), reading.readOn());
    }

    static ReadingRefused noRegister() {
        return new ReadingRefused("register-not-a-number");
    }

    static ReadingRefused tooLong(int dials) {
        return new ReadingRefused("register-too-long", dials);
    }

    static ReadingRefused belowLast(Reading last) {
        return new ReadingRefused("below-last", last.register(), last.readOn());
    }

    static ReadingRefused aboveNext(Reading next) {
        return new ReadingRefused("above-next", next.register(), next.readOn());
    }

    static ReadingRefused withoutReason() {
        return new ReadingRefused("reason-missing");
    }

    /** Somebody else has corrected it, set it aside or confirmed it meanwhile. */
    static ReadingRefused gone() {
        return new ReadingRefused("gone");
    }
}
