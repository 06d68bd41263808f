package fr.ondine.platform.metering;

import java.time.LocalDate;
import java.util.List;

/** The meter that is in place today at an agreement's place, with all that has been read there. */
record MeterToRead(Occupancy occupancy, LocalDate today, List<MeterInstallation> installed, List<Reading> readings) {

    MeterInstallation meter() {
        return installed.stream()
                .filter(MeterInstallation::isInPlace)
                .reduce((one, later) -> later)
                .orElseThrow(NoMeterInPlace::new);
    }

    /** Without what subscribers sent today: a reading that is sent again is not compared with itself. */
    MeterToRead beforeToday() {
        var before = readings.stream().filter(reading -> !isOfToday(reading)).toList();
        return new MeterToRead(occupancy, today, installed, before);
    }

    Reading last() {
        return MeterState.of(meter(), readings).last().orElseThrow();
    }

    /** As the holder may know it. */
    MeterToday state() {
        var before = MeterState.of(meter(), beforeToday().readings()).during(occupancy);
        return new MeterToday(before, readings.stream().filter(this::isOfToday).findFirst());
    }

    private boolean isOfToday(Reading reading) {
        return reading.source() == ReadingSource.CUSTOMER && reading.readOn().equals(today) && meter().showed(reading);
    }

    Timeline timeline() {
        return Timeline.of(installed, readings);
    }
}
