package fr.ondine.platform.metering;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Volume;
import java.util.Optional;

/**
 * A reading that deserves a look, as a clerk looks for it.
 *
 * @param number of the contract, as it is printed
 * @param volume since the reading before
 * @param confirmation by whom and when it was found right
 */
public record ReadingToCheck(
        ReadingId id,
        AgreementId agreement,
        String number,
        String holder,
        String street,
        String city,
        Reading reading,
        Doubt doubt,
        Volume volume,
        Optional<Volume> usual,
        Optional<Confirmation> confirmation) {

    public SeenReading seen() {
        return new SeenReading(id, reading.register());
    }
}
