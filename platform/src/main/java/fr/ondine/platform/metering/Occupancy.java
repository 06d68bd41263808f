package fr.ondine.platform.metering;

import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.network.ServicePointId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days during which a place is one agreement's: what its meters show on other days is another holder's business.
 *
 * @param last the last day, which may be open
 */
public record Occupancy(
        ServicePointId point, LocalDate first, @Nullable LocalDate last) {

    public static Occupancy of(AgreementCard agreement) {
        return new Occupancy(agreement.servicePoint(), agreement.startedOn(), agreement.endedOn());
    }

    boolean covers(LocalDate day) {
        return hasBegunOn(day) && !isOverOn(day);
    }

    boolean hasBegunOn(LocalDate day) {
        return !day.isBefore(first);
    }

    boolean isOverOn(LocalDate day) {
        return last != null && day.isAfter(last);
    }

    /** Whether the meter was there on one of its days until today. */
    boolean saw(MeterInstallation meter, LocalDate today) {
        var removed = meter.removedOn();
        return hasBegunOn(today)
                && !meter.installedOn().isAfter(today)
                && !isOverOn(meter.installedOn())
                && (removed == null || hasBegunOn(removed));
    }

    /** Whether what had run until the beginning of that day bounds its own days: the day after the last one ends it. */
    boolean isBoundedBy(LocalDate day) {
        return hasBegunOn(day) && !isOverOn(day.minusDays(1));
    }
}
