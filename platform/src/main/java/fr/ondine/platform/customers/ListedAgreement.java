package fr.ondine.platform.customers;

import fr.ondine.platform.network.Address;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An agreement in a list for programs of the utility.
 *
 * @param number as printed
 * @param mark from where a list goes on after it
 */
public record ListedAgreement(
        AgreementId id,
        String number,
        Service service,
        Address served,
        String holder,
        LocalDate startedOn,
        @Nullable LocalDate endedOn,
        String mark) {}
