package fr.ondine.platform.metering;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The places of some meters, with what was written since they were read. */
final class FoundPlaces {

    private final Map<MeterDay, UUID> points = new HashMap<>();
    private final Map<UUID, ReadPlace> places = new HashMap<>();

    void put(MeterDay meter, UUID point, Supplier<ReadPlace> place) {
        points.put(meter, point);
        places.computeIfAbsent(point, one -> place.get());
    }

    Optional<ReadPlace> of(MeterDay meter) {
        return Optional.ofNullable(points.get(meter)).map(places::get);
    }

    /** On the day when a meter moves, what it shows is of both places. */
    void add(ReadingId id, Reading reading) {
        places.replaceAll((point, place) -> place.of(reading).isPresent() ? place.with(id, reading) : place);
    }
}
