package fr.ondine.platform.plans;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.billing.TrialPlacesAt;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.leaks.LeakedTimes;
import fr.ondine.platform.receivables.AgreementLock;
import fr.ondine.platform.receivables.Debts;
import fr.ondine.platform.receivables.OnAccount;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plans as staff look at them on the day of another clock, told to nobody; in the caller's transaction. */
public final class PlansAt {

    private PlansAt() {}

    public static ManagedPlans clock(Clock clock, BeanFactory beans) {
        var database = beans.getBean(JdbcClient.class);
        var money = beans.getBean(OnAccount.class);
        var drafts = new PlanDrafts(
                TrialPlacesAt.clock(clock, beans),
                beans.getBean(LeakedTimes.class),
                beans.getBean(YearlyAmounts.class),
                beans.getBean(CarriedPlans.class),
                beans.getBean(Tenants.class),
                clock);
        var book = new PlanBook(
                beans.getBean(PlanStore.class),
                drafts,
                money,
                beans.getBean(Debts.class),
                beans.getBean(AgreementLock.class),
                beans.getBean(AuditTrail.class),
                event -> {},
                clock);
        return new ManagedPlans(
                book,
                drafts,
                new PlanProposals(database, book, drafts, clock),
                new YearEnds(beans.getBean(SettlementStore.class), drafts, beans.getBean(Debts.class), clock),
                new ListedPlans(database, money, beans.getBean(Tenants.class), clock),
                beans.getBean(Settlements.class),
                beans.getBean(PlanRefunds.class),
                beans.getBean(PlanPaper.class),
                beans.getBean(Agreements.class),
                clock);
    }
}
