package fr.ondine.platform.runs;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.metering.ComparedUse;
import fr.ondine.platform.metering.MeterInstallation;
import fr.ondine.platform.metering.MeteredSegment;
import fr.ondine.platform.metering.Reading;
import fr.ondine.platform.tariffs.Rating;
import fr.ondine.platform.tariffs.ServiceTraits;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All facts about one agreement that its invoice depends on, besides the terms of the run.
 *
 * @param rating of its tariff; empty where it has none
 * @param endedOn the holder's last day
 * @param issue how many invoices of that kind and period were credited whole
 * @param isConfirmed whether a clerk has looked at a volume that was implausible
 * @param dwelling where drinking water is delivered to people who live there; empty for any other agreement
 * @param confirmed the readings that staff found right although they are unusual
 * @param leaked when more than twice the usual was used at the place, unless that was found to be no leak
 */
record BillingCase(
        AgreementId agreement,
        String number,
        Optional<Rating> rating,
        ServiceTraits traits,
        LocalDate startedOn,
        @Nullable LocalDate endedOn,
        int issue,
        boolean isHolderComplete,
        boolean isConfirmed,
        List<MeterInstallation> meters,
        List<Reading> readings,
        Set<Reading> confirmed,
        Past past,
        Optional<Dwelling> dwelling,
        List<Period> leaked) {

    /** What a bill by readings says was used, where that is more than twice what is usual in a dwelling. */
    Optional<ComparedUse> abnormal(Bill bill) {
        return bill.isMeasured() ? abnormal(bill.segments()) : Optional.empty();
    }

    /** The same of what was read, whoever bills it. */
    Optional<ComparedUse> abnormal(List<MeteredSegment> read) {
        return dwelling.filter(place -> !read.isEmpty())
                .map(place -> ComparedUse.of(meters, readings, Bill.days(read), Bill.volume(read), place.ofZone()))
                .filter(ComparedUse::isAbnormal);
    }
}
