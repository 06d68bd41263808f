package fr.ondine.platform.metering;

import java.util.Optional;

/**
 * A reading that stands, as staff see it.
 *
 * @param isBilled whether an invoice went up to it or beyond: then it is not withdrawn any more
 * @param doubt why it waits for a look, if it does
 */
public record KnownReading(ReadingId id, Reading reading, boolean isBilled, Optional<Doubt> doubt) {

    KnownReading beside(BilledMeters billed) {
        return new KnownReading(id, reading, billed.includes(reading), doubt);
    }

    public SeenReading seen() {
        return new SeenReading(id, reading.register());
    }
}
