package fr.ondine.platform.metering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The meters that were at a place, the first one first, and what they showed; it is filled row by row.
 *
 * @param confirmed the readings that staff found right although they are unusual
 */
public record PlaceMeters(
        List<MeterInstallation> meters, List<Reading> readings, List<Integer> diameters, Set<Reading> confirmed) {

    /** Nothing is known yet. */
    public static PlaceMeters empty() {
        return new PlaceMeters(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashSet<>());
    }

    /** What staff noted themselves of a removal they were asked about, if it was unusual. */
    void add(MeterInstallation meter, int diameter, boolean isRemovalConfirmed) {
        meters.add(meter);
        if (isRemovalConfirmed) {
            meter.removal().ifPresent(confirmed::add);
        }
        diameters.add(diameter);
    }

    void add(Reading reading, boolean isConfirmed) {
        readings.add(reading);
        if (isConfirmed) {
            confirmed.add(reading);
        }
    }

    /** Of the meter that was fitted last, in millimetres; 0 where it is not known. */
    public int diameter() {
        return diameters.isEmpty() ? 0 : diameters.getLast();
    }
}
