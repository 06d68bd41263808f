package fr.ondine.ui.dashboard;

import fr.ondine.platform.billing.Invoices;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.metering.Consumption;
import fr.ondine.platform.metering.Occupancy;
import fr.ondine.platform.metering.ReadingWindows;
import fr.ondine.platform.plans.OwnPlans;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a dashboard in one transaction, by the same few queries however long the history is. */
@Service
@Transactional(readOnly = true)
public class Overviews {

    private final Agreements agreements;
    private final Invoices invoices;
    private final Consumption consumption;
    private final ReadingWindows windows;
    private final OwnPlans plans;

    Overviews(
            Agreements agreements, Invoices invoices, Consumption consumption, ReadingWindows windows, OwnPlans plans) {
        this.agreements = agreements;
        this.invoices = invoices;
        this.consumption = consumption;
        this.windows = windows;
        this.plans = plans;
    }

    public Overview of(UserId person, AgreementId agreement) {
        var card = agreements.seen(person, agreement);
        var metered = consumption.of(Occupancy.of(card));
        return new Overview(
                card,
                invoices.account(person, agreement),
                invoices.asked(person),
                metered.history(),
                metered.meter(),
                metered.readings().stream().findFirst(),
                windows.closedUntil(),
                plans.running(person, agreement));
    }
}
