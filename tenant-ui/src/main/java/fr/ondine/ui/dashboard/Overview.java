package fr.ondine.ui.dashboard;

import fr.ondine.platform.billing.InvoiceAccount;
import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.metering.ConsumptionHistory;
import fr.ondine.platform.metering.MeterState;
import fr.ondine.platform.metering.Reading;
import fr.ondine.platform.plans.Plan;
import java.util.Map;
import java.util.Optional;

/**
 * All that the dashboard shows of one contract.
 *
 * @param asked what the person is asked to pay on each contract that asks for something, this one or another
 * @param plan by which the year is paid month by month
 * @param readingWindow the days on which a reading may be sent next, when it may not today
 */
public record Overview(
        AgreementCard card,
        InvoiceAccount account,
        Map<AgreementId, Money> asked,
        ConsumptionHistory consumption,
        Optional<MeterState> meter,
        Optional<Reading> lastReading,
        Optional<Period> readingWindow,
        Optional<Plan> plan) {

    /** Whether there is a meter whose register the holder can send. */
    boolean canBeRead() {
        return card.endedOn() == null
                && meter.filter(last -> last.meter().isInPlace()).isPresent();
    }
}
