package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Volume;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meter at a service point from the day it was fitted (pose) until the day it was removed (dépose), if it was. */
public record MeterInstallation(
        UUID meterId,
        String serial,
        int dials,
        LocalDate installedOn,
        Volume installRegister,
        @Nullable LocalDate removedOn,
        @Nullable Volume removalRegister) {

    public boolean isInPlace() {
        return removedOn == null;
    }

    public boolean isInPlaceOn(LocalDate day) {
        return !installedOn.isAfter(day) && (removedOn == null || removedOn.isAfter(day));
    }

    Register register() {
        return new Register(dials);
    }

    /** Whether it was this meter, here, that showed what was read. */
    public boolean showed(Reading reading) {
        return reading.meterSerial().equals(serial)
                && !reading.readOn().isBefore(installedOn)
                && (removedOn == null || !reading.readOn().isAfter(removedOn));
    }

    /** What it showed when it was removed, if it was and somebody looked. */
    Optional<Reading> removal() {
        return removedOn == null || removalRegister == null
                ? Optional.empty()
                : Optional.of(
                        new Reading(serial, removedOn, removalRegister, ReadingSource.AGENT, ReadingQuality.ACTUAL));
    }

    /** What it showed when it was fitted. */
    public Reading fitting() {
        return new Reading(serial, installedOn, installRegister, ReadingSource.AGENT, ReadingQuality.ACTUAL);
    }

    /** As it was on a day, when nobody knew that it would be removed. */
    public MeterInstallation on(LocalDate day) {
        return removedOn == null || !removedOn.isAfter(day)
                ? this
                : new MeterInstallation(meterId, serial, dials, installedOn, installRegister, null, null);
    }

    /** What it measured between two of its readings. */
    public MeteredSegment between(Reading from, Reading to) {
        return new MeteredSegment(from, to, register().advance(from.register(), to.register()));
    }

    /** What it will probably have measured by a day, when that volume goes through it after a reading. */
    public MeteredSegment estimate(Reading last, Volume volume, LocalDate day) {
        var register = new Volume((last.register().litres() + volume.litres())
                % register().capacity().litres());
        var reading = new Reading(serial, day, register, ReadingSource.UTILITY, ReadingQuality.ESTIMATED);
        return new MeteredSegment(last, reading, volume);
    }
}
