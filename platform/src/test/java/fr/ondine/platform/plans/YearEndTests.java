package fr.ondine.platform.plans;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.tenantconfig.EuroAmount;
import fr.ondine.tenantconfig.InstalmentRules;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearEndTests {

    private static final LocalDate SOONEST = LocalDate.of(2027, 1, 11);

    @ParameterizedTest
    @CsvSource(textBlock = """
            0.00, 2, EVEN
            14.99, 2, CARRIED
            -14.99, 2, CARRIED
            15.00, 2, EXTRA_INSTALMENTS
            15.00, 0, DUE
            -15.00, 0, REFUND
            -80.00, 2, REFUND
            """)
    void the_rules_say_what_is_done_about_the_difference(String left, int extra, YearEnd.Outcome outcome) {
        assertThat(YearEnd.of(euros(left), rules(extra), 10, SOONEST).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"1, 40.01", "2, 20.00", "2, 20.01"})
    void a_rest_is_paid_by_so_many_more_to_the_cent(int extra, String one) {
        var end = YearEnd.of(euros("40.01"), rules(extra), 10, SOONEST);

        assertThat(end.extra()).hasSize(extra).extracting(Instalment::amount).contains(euros(one));
        assertThat(new Instalments(end.extra()).total()).isEqualTo(euros("40.01"));
        assertThat(end.extra())
                .extracting(Instalment::dueOn)
                .allMatch(BankDays::isOne)
                .isSorted();
        assertThat(end.extra().getFirst().dueOn()).isEqualTo(LocalDate.of(2027, 1, 11));
    }

    private static InstalmentRules rules(int extra) {
        return new InstalmentRules(
                10, List.of(10), null, 15, new EuroAmount("10.00"), new EuroAmount("15.00"), extra, 2);
    }
}
