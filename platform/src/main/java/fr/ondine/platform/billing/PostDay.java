package fr.ondine.platform.billing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What staff issued one by one on a day.
 *
 * @param counts how many go by post in each form; forms of which there is none are not in it
 * @param taken when that was taken last
 */
public record PostDay(LocalDate day, Map<InvoiceForm, Long> counts, Optional<PostTaken> taken) {

    public PostDay {
        counts = Map.copyOf(counts);
    }
}
