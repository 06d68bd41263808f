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

    /** No meter has that serial, or nobody ever held its place. */
    static ReadingRefused unknownMeter() {
        return new ReadingRefused("unknown-meter");
    }

    static ReadingRefused notSoMany(int most) {
        return new ReadingRefused("not-so-many", most);
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

    /** The last one is billed: it is corrected only after its invoice. */
    static ReadingRefused belowBilled(Reading last) {
        return new ReadingRefused("below-billed", last.register(), last.readOn());
    }

    static ReadingRefused aboveNext(Reading next) {
        return new ReadingRefused("above-next", next.register(), next.readOn());
    }

    static ReadingRefused nothingInPlace() {
        return new ReadingRefused("nothing-in-place");
    }

    /** The meter that is to be removed was not there yet. */
    static ReadingRefused beforeFitting(LocalDate day) {
        return new ReadingRefused("before-fitting", day);
    }

    /** The meter that is to be removed was read later. */
    static ReadingRefused readSince(Reading reading) {
        return new ReadingRefused("read-since", reading.readOn());
    }

    static ReadingRefused withoutSerial() {
        return new ReadingRefused("serial-missing");
    }

    static ReadingRefused serialTooLong() {
        return new ReadingRefused("serial-too-long", NewMeter.LONGEST_SERIAL);
    }

    /** It is, or was on that day or later: a meter is at one place at a time. */
    static ReadingRefused fittedElsewhere(String serial) {
        return new ReadingRefused("fitted-elsewhere", serial);
    }

    static ReadingRefused noFittingRegister() {
        return new ReadingRefused("fitting-not-a-number");
    }

    static ReadingRefused fittingTooLong(int dials) {
        return new ReadingRefused("fitting-too-long", dials);
    }

    static ReadingRefused withoutReason() {
        return new ReadingRefused("reason-missing");
    }

    /** Somebody else has corrected it, set it aside or confirmed it meanwhile. */
    static ReadingRefused gone() {
        return new ReadingRefused("gone");
    }
}
