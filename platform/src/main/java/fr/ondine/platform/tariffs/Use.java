package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import java.util.stream.Stream;

/** What went through a meter in a period, by its readings or as it was estimated; taken to be the same on each day. */
public record Use(Period period, Volume volume) {

    public Use {
        if (volume.litres() < 0) {
            throw new IllegalArgumentException("water does not flow back");
        }
    }

    /** Its part in a calendar year, by days. */
    public Volume ofYear(int year) {
        return Slice.of(this, Stream.empty()).stream()
                .filter(slice -> slice.year() == year)
                .map(Slice::volume)
                .reduce(new Volume(0), Volume::plus);
    }
}
