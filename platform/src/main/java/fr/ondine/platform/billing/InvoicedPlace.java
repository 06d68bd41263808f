package fr.ondine.platform.billing;

import fr.ondine.platform.customers.Service;
import fr.ondine.platform.network.ServicePointId;
import fr.ondine.tenantconfig.NumberFormat;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice was for, and which other one it takes back.
 *
 * @param corrected the number of that one, as stored
 * @param correctedOn the day on which that one was issued
 */
record InvoicedPlace(
        Service service,
        ServicePointId point,
        @Nullable String corrected,
        @Nullable LocalDate correctedOn,
        @Nullable String reason) {

    /** The day of which the prices are: a credit note takes back what an invoice asked for by those of its own day. */
    LocalDate pricedOn(LocalDate issuedOn) {
        return Objects.requireNonNullElse(correctedOn, issuedOn);
    }

    Optional<Correction> correction(NumberFormat numbers) {
        return corrected == null || correctedOn == null
                ? Optional.empty()
                : Optional.of(new Correction(
                        numbers.display(corrected), correctedOn, Objects.requireNonNullElse(reason, "")));
    }
}
