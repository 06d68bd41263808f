package fr.ondine.platform.metering;

import fr.ondine.platform.customers.AgreementId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The contract whose meters staff read.
 *
 * @param number as it is printed
 */
public record ReadAgreement(
        AgreementId id,
        String number,
        String holder,
        String street,
        String city,
        LocalDate startedOn,
        @Nullable LocalDate endedOn) {}
