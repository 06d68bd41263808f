package fr.ondine.platform.billing;

import fr.ondine.platform.customers.Service;
import fr.ondine.platform.network.ServicePointId;
import fr.ondine.tenantconfig.NumberFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice was for, and which other one it takes back.
 *
 * @param corrected the number of that one, as stored
 */
record InvoicedPlace(
        Service service,
        ServicePointId point,
        @Nullable String corrected,
        @Nullable String reason) {

    Optional<Correction> correction(NumberFormat numbers) {
        return Optional.ofNullable(corrected)
                .map(number -> new Correction(numbers.display(number), Objects.requireNonNullElse(reason, "")));
    }
}
