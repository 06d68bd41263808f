package fr.ondine.platform.plans;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.runs.BilledStay;
import fr.ondine.platform.runs.BillingRuns;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A household that uses a cubic metre a day, at 2.00 and with 36.50 a year, and 5.5 % of VAT. */
class YearlyAmountsTests extends PlanScene {

    @Test
    void a_year_costs_what_is_used_in_365_days_at_the_prices_of_today_whatever_was_billed(@Autowired BillingRuns runs) {
        var stay = new BilledStay(UTILITY, runs, database, transaction);
        var read = today.minusDays(30);
        stay.isRead(read, 100 + BilledStay.SPRING.from().until(read, ChronoUnit.DAYS));
        agreement = stay.agreement();
        billedAMonthAgo();

        var year = in(() -> plans.offer(ANNE, agreement)).year();

        assertThat(year).contains(new YearlyAmount(euros("808.66"), PlanBasis.TARIFF, new Volume(365_000)));
    }
}
