package fr.ondine.platform.metering;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The meters of one contract's place as staff see them: all readings that stand, the latest first, and what is billed. */
public record ReadPlace(
        ReadAgreement agreement, List<MeterInstallation> meters, List<KnownReading> known, BilledMeters billed) {

    public ReadPlace {
        meters = List.copyOf(meters);
        known = List.copyOf(known);
    }

    /** The meter that is there now. */
    public Optional<MeterInstallation> inPlace() {
        return meters.stream().filter(MeterInstallation::isInPlace).reduce((one, later) -> later);
    }

    /** What a meter showed last, or when it was fitted. */
    public Reading last(MeterInstallation meter) {
        return MeterState.of(meter, readings()).last().orElseThrow();
    }

    /** On the day of an exchange it is the new one: the old one's last register is that of its removal. */
    Optional<MeterInstallation> on(LocalDate day) {
        return meters.stream()
                .filter(meter -> meter.isInPlaceOn(day))
                .max(Comparator.comparing(MeterInstallation::installedOn));
    }

    /** The meter that showed a reading. */
    Optional<MeterInstallation> of(Reading reading) {
        return meters.stream().filter(meter -> meter.showed(reading)).findFirst();
    }

    List<Reading> readings() {
        return known.stream().map(KnownReading::reading).toList();
    }

    public Optional<KnownReading> find(ReadingId id) {
        return known.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** As if a reading had been written. */
    ReadPlace with(ReadingId id, Reading reading) {
        var more = Stream.concat(
                known.stream(), Stream.of(new KnownReading(id, reading, billed.includes(reading), Optional.empty())));
        return new ReadPlace(agreement, meters, more.toList(), billed);
    }

    /** As if a reading had never been taken. */
    ReadPlace without(ReadingId id) {
        return new ReadPlace(
                agreement,
                meters,
                known.stream().filter(one -> !one.id().equals(id)).toList(),
                billed);
    }
}
