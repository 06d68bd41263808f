package fr.ondine.platform.metering;

import fr.ondine.platform.customers.AgreementId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A meter in place that nobody has read for long.
 *
 * @param number of the contract that holds the place today, as it is printed
 * @param lastRead empty where it was never read since it was fitted
 */
public record UnreadMeter(
        AgreementId agreement,
        String number,
        String holder,
        String street,
        String city,
        String serial,
        Optional<LocalDate> lastRead) {}
