package fr.ondine.platform.plans;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.runs.BilledStay;
import fr.ondine.platform.runs.BillingRuns;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
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

    @Test
    void what_leaked_is_not_expected_again_but_what_was_no_leak_is(@Autowired BillingRuns runs) {
        var stay = new BilledStay(UTILITY, runs, database, transaction);
        var read = today.minusDays(60);
        var leaked = today.minusDays(30);
        var usual = 100 + BilledStay.SPRING.from().until(read, ChronoUnit.DAYS);
        stay.isRead(read, usual);
        stay.isRead(leaked, usual + 530);
        agreement = stay.agreement();
        update(
                "insert into leak_file (id, agreement_id, used_from, read_on, litres, mean_litres, is_of_zone, state,"
                        + " detected_at) values (?, ?, ?, ?, 530000, 30000, false, 'DETECTED', now())",
                UUID.randomUUID(),
                agreement.value(),
                read,
                leaked);

        assertThat(offered()).isEqualTo(euros("808.66"));

        update("update leak_file set state = 'REFUSED' where agreement_id = ?", agreement.value());
        assertThat(offered()).isGreaterThan(euros("1500.00"));
    }

    private Money offered() {
        return in(() -> plans.offer(ANNE, agreement)).year().orElseThrow().amount();
    }
}
