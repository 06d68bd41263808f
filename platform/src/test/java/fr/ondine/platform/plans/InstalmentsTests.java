package fr.ondine.platform.plans;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.Money;
import fr.ondine.tenantconfig.EuroAmount;
import fr.ondine.tenantconfig.InstalmentRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds of any plan is tried on drawn ones; a failure names the number that it is drawn by. */
class InstalmentsTests {

    private static final int CASES = 200;

    @Test
    void all_are_equal_but_the_last_which_has_the_rest() {
        var plan = plan("310.57", 10, "15.00");

        assertThat(plan.all()).extracting(Instalment::amount).startsWith(euros("31.05"), euros("31.05"));
        assertThat(plan.all().getLast().amount()).isEqualTo(euros("31.12"));
        assertThat(plan.total()).isEqualTo(euros("310.57"));
    }

    @Test
    void where_they_would_be_too_small_there_are_fewer_and_further_apart() {
        assertThat(plan("60.00", 10, "15.00").all())
                .extracting(one -> YearMonth.from(one.dueOn()))
                .containsExactly(month(1), month(3), month(6), month(8));
    }

    @Test
    void nobody_pays_a_year_at_once_however_little_it_is() {
        assertThat(plan("18.00", 10, "15.00").all())
                .containsExactly(
                        new Instalment(LocalDate.of(2027, 1, 11), euros("9.00")),
                        new Instalment(LocalDate.of(2027, 6, 10), euros("9.00")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0.00,  15.00
            0.07,  15.00
            14.99, 15.00
            0.00,  0.00
            1.99,  0.00
            """)
    void a_year_that_is_less_than_one_payment_is_not_shared(String year, String minimum) {
        assertThatThrownBy(() -> plan(year, 10, minimum))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("too-little");
    }

    @ParameterizedTest
    @CsvSource({"15.00, 15.00", "2.00, 0.00"})
    void a_year_that_is_just_one_payment_is_shared_by_two(String year, String minimum) {
        assertThat(plan(year, 10, minimum).all()).hasSize(2);
    }

    @Test
    void without_a_minimum_a_payment_is_a_euro_at_least() {
        assertThat(plan("5.50", 10, "0.00").all())
                .extracting(Instalment::amount)
                .containsExactly(euros("1.10"), euros("1.10"), euros("1.10"), euros("1.10"), euros("1.10"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2027-01-01, 2027-01-04, New Year's Day is a Friday
            2027-03-26, 2027-03-30, Good Friday and Easter Monday close the euro's system
            2027-05-06, 2027-05-07, Ascension
            2027-05-08, 2027-05-10, a Saturday
            2027-07-14, 2027-07-15, the national day
            2027-12-24, 2027-12-24, a Friday before Christmas
            2028-12-26, 2028-12-27, the day after Christmas closes the euro's system
            """)
    void a_day_on_which_banks_are_closed_gives_way_to_the_next_one(LocalDate day, LocalDate paid, String why) {
        assertThat(BankDays.onOrAfter(day)).as(why).isEqualTo(paid);
    }

    @ParameterizedTest
    @CsvSource({"2027-01-10, 2027-01", "2027-01-11, 2027-01", "2027-01-12, 2027-02"})
    void a_plan_begins_in_the_first_month_whose_day_is_not_past(LocalDate soonest, YearMonth first) {
        assertThat(Instalments.firstMonth(soonest, 10)).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({", 2027-03, 2027-03", "2, 2027-03, 2028-02", "3, 2027-03, 2027-03", "9, 2027-03, 2027-09"})
    void where_the_utility_says_in_which_month_all_plans_begin_they_do(
            @Nullable Integer month, YearMonth soonest, YearMonth first) {
        var rules =
                new InstalmentRules(10, List.of(10), month, 15, new EuroAmount("10.00"), new EuroAmount("15.00"), 2, 2);

        assertThat(PlanDrafts.first(rules, soonest)).isEqualTo(first);
    }

    @RepeatedTest(CASES)
    void any_plan_adds_up_is_never_too_small_and_is_paid_on_days_of_banks(RepetitionInfo number) {
        var draw = new Draw(number.getCurrentRepetition());
        var terms = draw.terms();
        var year = draw.year();

        var plan = Instalments.of(year, terms);

        assertThat(plan.total()).isEqualTo(year);
        assertThat(plan.all()).hasSizeBetween(2, terms.number());
        assertThat(plan.all()).extracting(Instalment::dueOn).allMatch(BankDays::isOne);
        assertThat(plan.all()).extracting(Instalment::dueOn).isSorted().doesNotHaveDuplicates();
        assertThat(plan.lastDay()).isBefore(terms.first().plusYears(1).atDay(1));
        // the law's two payments go before the utility's minimum, where the year is not twice that
        if (year.compareTo(terms.minimum().plus(terms.minimum())) >= 0) {
            assertThat(plan.all()).allMatch(one -> one.amount().compareTo(terms.minimum()) >= 0);
        } else {
            assertThat(plan.all()).hasSize(2);
        }
        assertThat(plan.all().subList(0, plan.all().size() - 1))
                .extracting(Instalment::amount)
                .containsOnly(plan.all().getFirst().amount());
    }

    @RepeatedTest(CASES)
    void any_revision_keeps_what_was_paid_and_adds_up(RepetitionInfo number) {
        var draw = new Draw(number.getCurrentRepetition());
        var terms = draw.terms();
        var before = Instalments.of(draw.year(), terms);
        var paid = draw.money(200_000);
        var from = before.firstDay().plusDays(draw.below(250));
        var year = before.total().plus(draw.money(50_000));
        if (paid.compareTo(before.total()) >= 0 || before.lastDay().isBefore(from)) {
            assertThatThrownBy(() -> before.revised(year, from, before.total(), terms.minimum()))
                    .isInstanceOf(PlanRefused.class);
            return;
        }

        var partly = before.paidBy(paid);
        if (partly.getLast().paid().isPositive()) {
            return;
        }
        var after = before.revised(year, from, paid, terms.minimum());

        assertThat(after.total()).isEqualTo(year);
        var untouched = partly.stream()
                .filter(one -> one.paid().isPositive() || one.dueOn().isBefore(from))
                .map(one -> new Instalment(one.dueOn(), one.amount()))
                .toList();
        assertThat(after.all()).startsWith(untouched.toArray(Instalment[]::new)).hasSizeGreaterThan(untouched.size());
        assertThat(after.all()).extracting(Instalment::dueOn).isSorted().doesNotHaveDuplicates();
        assertThat(before.all()).extracting(Instalment::dueOn).containsAll(days(after.all()));
        // one alone may be less than the minimum, or the year would not add up
        if (after.all().size() > untouched.size() + 1) {
            assertThat(after.all().subList(untouched.size(), after.all().size()))
                    .allMatch(one -> one.amount().compareTo(terms.minimum()) >= 0);
        }
        assertThat(after.paidBy(paid).stream().map(PlannedPayment::paid).reduce(Money.zero(), Money::plus))
                .as("what was paid")
                .isEqualTo(paid);
    }

    @RepeatedTest(CASES)
    void any_payments_that_are_added_leave_the_others_as_they_were_and_add_up(RepetitionInfo number) {
        var draw = new Draw(number.getCurrentRepetition());
        var terms = draw.terms();
        var before = Instalments.of(draw.year(), terms);
        var more = draw.money(20_000);
        var soonest = before.firstDay().plusDays(draw.below(500));
        var extra = Instalments.howMany(more, 2, terms.minimum());
        if (extra == 0) {
            assertThat(more).isLessThan(terms.minimum().isPositive() ? euros("30.00") : euros("1.00"));
            return;
        }

        var after = before.extended(more, Money.zero(), extra, soonest, terms.day());

        assertThat(after.total()).isEqualTo(before.total().plus(more));
        assertThat(after.all())
                .startsWith(before.all().toArray(Instalment[]::new))
                .hasSize(before.all().size() + extra);
        assertThat(days(after.all())).isSorted().doesNotHaveDuplicates().allMatch(BankDays::isOne);
        assertThat(after.all().subList(before.all().size(), after.all().size()))
                .allMatch(one -> one.amount().compareTo(terms.minimum()) >= 0)
                .allMatch(one -> !one.dueOn().isBefore(soonest));
    }

    @Test
    void a_revision_below_what_was_paid_leaves_nothing_to_pay() {
        var after = plan("300.00", 10, "15.00")
                .revised(euros("50.00"), LocalDate.of(2027, 2, 1), euros("90.00"), euros("15.00"));

        assertThat(after.all()).hasSize(3);
        assertThat(after.total()).isEqualTo(euros("90.00"));
    }

    @Test
    void a_revision_changes_what_is_due_on_its_own_day() {
        var plan = plan("300.00", 10, "15.00");
        var third = plan.all().get(2).dueOn();

        assertThat(plan.revised(euros("400.00"), third, Money.zero(), euros("15.00"))
                        .all()
                        .subList(0, 3))
                .extracting(Instalment::amount)
                .containsExactly(euros("30.00"), euros("30.00"), euros("42.50"));
    }

    @Test
    void a_revision_to_less_leaves_fewer_payments_and_none_below_the_minimum() {
        var after = plan("300.00", 10, "15.00")
                .revised(euros("100.00"), LocalDate.of(2027, 2, 1), euros("60.00"), euros("15.00"));

        assertThat(after.all())
                .extracting(Instalment::amount)
                .containsExactly(euros("30.00"), euros("30.00"), euros("20.00"), euros("20.00"));
    }

    @Test
    void a_year_of_which_nothing_stays_is_agreed_anew_as_any_year_is() {
        var plan = plan("300.00", 10, "15.00");
        var day = plan.firstDay();

        assertThat(plan.agreedAnew(euros("20.00"), day, Money.zero(), euros("15.00"))
                        .all())
                .extracting(Instalment::amount)
                .as("the law's two payments")
                .containsExactly(euros("10.00"), euros("10.00"));
        for (var little : List.of("14.99", "0.01", "0.00", "-5.00")) {
            assertThatThrownBy(() -> plan.agreedAnew(euros(little), day, Money.zero(), euros("15.00")))
                    .isInstanceOf(PlanRefused.class)
                    .hasMessageContaining("too-little");
        }
    }

    @Test
    void a_year_of_which_some_is_paid_may_be_little_more() {
        var plan = plan("300.00", 10, "15.00");

        assertThat(plan.agreedAnew(euros("34.00"), plan.firstDay(), euros("30.00"), euros("15.00"))
                        .all())
                .extracting(Instalment::amount)
                .containsExactly(euros("30.00"), euros("4.00"));
        assertThat(plan.agreedAnew(euros("5.00"), plan.firstDay(), euros("30.00"), euros("15.00"))
                        .total())
                .isEqualTo(euros("30.00"));
    }

    @Test
    void what_was_paid_covers_the_first_ones_first_and_no_more_than_they_are() {
        assertThat(plan("60.00", 8, "15.00").paidBy(euros("20.00")))
                .extracting(PlannedPayment::paid)
                .containsExactly(euros("15.00"), euros("5.00"), Money.zero(), Money.zero());
        assertThat(plan("60.00", 8, "15.00").paidBy(euros("90.00"))).allMatch(PlannedPayment::isPaid);
        assertThat(plan("60.00", 8, "15.00").paidBy(euros("-5.00")))
                .as("more came back than came")
                .extracting(PlannedPayment::paid)
                .containsOnly(Money.zero());
    }

    private static List<LocalDate> days(List<Instalment> all) {
        return all.stream().map(Instalment::dueOn).toList();
    }

    private static Instalments plan(String year, int number, String minimum) {
        return Instalments.of(euros(year), new PlanTerms(number, 10, month(1), euros(minimum)));
    }

    private static YearMonth month(int month) {
        return YearMonth.of(2027, month);
    }

    private static final class Draw {

        private final Random random;

        Draw(long seed) {
            random = new Random(seed);
        }

        int below(int bound) {
            return random.nextInt(bound);
        }

        Money money(int cents) {
            return euros(BigDecimal.valueOf(1 + below(cents), 2));
        }

        /** Not so little that it is not shared. */
        Money year() {
            return money(200_000).plus(euros("30.00"));
        }

        PlanTerms terms() {
            return new PlanTerms(
                    8 + below(4),
                    1 + below(28),
                    YearMonth.of(2024 + below(8), 1 + below(12)),
                    euros(BigDecimal.valueOf(below(3_000), 2)));
        }
    }
}
