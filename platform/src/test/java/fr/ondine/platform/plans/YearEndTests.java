package fr.ondine.platform.plans;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.plans.YearEnd.Outcome;
import fr.ondine.tenantconfig.EuroAmount;
import fr.ondine.tenantconfig.InstalmentRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten of 30.00 from 11 January 2027 to 11 October, of which all are paid unless it says otherwise; it is 1 November. */
class YearEndTests {

    private static final Instalments YEAR =
            Instalments.of(euros("300.00"), new PlanTerms(10, 10, YearMonth.of(2027, 1), euros("10.00")));
    private static final LocalDate TODAY = LocalDate.of(2027, 11, 1);

    @ParameterizedTest
    @CsvSource(textBlock = """
            0.00,   2, EVEN
            14.99,  2, CARRIED
            -14.99, 2, CARRIED
            15.00,  2, EXTRA_INSTALMENTS
            15.00,  0, DUE
            -15.00, 0, REFUND
            -80.00, 2, REFUND
            """)
    void the_rules_say_what_is_done_about_the_difference(String left, int extra, Outcome outcome) {
        assertThat(end("300.00", left, rules(extra)).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"0.00, true", "14.99, true", "40.00, false", "-80.00, true"})
    void a_plan_that_brings_nothing_more_ends_by_that(String left, boolean isEnded) {
        assertThat(end("300.00", left, rules(2)).closing() != null).isEqualTo(isEnded);
    }

    @Test
    void a_rest_is_paid_by_some_more_payments_to_the_cent_a_month_after_the_cut_off() {
        var end = end("300.00", "40.01", rules(2));

        assertThat(end.after().all()).startsWith(YEAR.all().toArray(Instalment[]::new));
        assertThat(end.after().all().subList(10, 12))
                .containsExactly(
                        new Instalment(LocalDate.of(2027, 12, 10), euros("20.00")),
                        new Instalment(LocalDate.of(2028, 1, 10), euros("20.01")));
    }

    @Test
    void what_is_paid_ahead_is_part_of_the_first_payment_that_is_added() {
        var end = end("312.00", "40.00", rules(2));

        assertThat(end.after().paidBy(euros("312.00")).subList(10, 12))
                .extracting(PlannedPayment::left)
                .containsExactly(euros("20.00"), euros("20.00"));
    }

    @Test
    void more_payments_are_none_below_the_minimum() {
        assertThat(end("300.00", "15.00", rules(2)).after().all()).hasSize(11);
        assertThat(end(
                                "300.00",
                                "9.00",
                                new InstalmentRules(
                                        10,
                                        List.of(10),
                                        null,
                                        15,
                                        new EuroAmount("10.00"),
                                        new EuroAmount("5.00"),
                                        2,
                                        2))
                        .outcome())
                .isEqualTo(Outcome.DUE);
    }

    @Test
    void what_the_plan_is_still_to_bring_is_not_asked_for_twice() {
        assertThat(end("270.00", "30.00", rules(2)).outcome()).isEqualTo(Outcome.EVEN);
        assertThat(end("270.00", "30.00", rules(2)).closing()).isNull();
        assertThat(end("270.00", "70.00", rules(2)).after().total()).isEqualTo(euros("340.00"));
    }

    @Test
    void payments_to_come_are_less_where_the_year_cost_less() {
        var end = YearEnd.of(plan("210.00"), euros("60.00"), rules(2), LocalDate.of(2027, 8, 1));

        assertThat(end.outcome()).isEqualTo(Outcome.REDUCED);
        assertThat(end.after().all()).startsWith(YEAR.all().subList(0, 7).toArray(Instalment[]::new));
        assertThat(end.after().total()).isEqualTo(euros("270.00"));
    }

    @Test
    void payments_that_are_less_are_fewer_rather_than_below_the_minimum() {
        var end = YearEnd.of(plan("210.00"), euros("25.00"), rules(2), LocalDate.of(2027, 7, 20));

        assertThat(end.after().all().subList(7, end.after().all().size()))
                .extracting(Instalment::amount)
                .containsExactly(euros("12.50"), euros("12.50"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0.01,  15.00, CARRIED
            9.99,  15.00, CARRIED
            9.99,  9.99,  DUE
            10.00, 15.00, REDUCED
            """)
    void one_payment_below_the_minimum_is_not_asked_for(String left, String settleBelow, Outcome outcome) {
        var rules = new InstalmentRules(
                10, List.of(10), null, 15, new EuroAmount("10.00"), new EuroAmount(settleBelow), 2, 2);
        var end = YearEnd.of(plan("210.00"), euros(left), rules, LocalDate.of(2027, 7, 20));

        assertThat(end.outcome()).isEqualTo(outcome);
        assertThat(end.closing() == null).isEqualTo(outcome == Outcome.REDUCED);
        assertThat(end.difference()).isEqualTo(outcome == Outcome.REDUCED ? euros("-80.00") : euros(left));
        assertThat(end.asksLessThan(plan("210.00"))).isTrue();
    }

    @Test
    void what_the_bank_has_already_comes_and_the_little_that_is_left_waits() {
        var end = YearEnd.of(plan("210.00"), euros("35.00"), rules(2), LocalDate.of(2027, 8, 1));

        assertThat(end.outcome()).isEqualTo(Outcome.CARRIED);
        assertThat(end.difference()).isEqualTo(euros("5.00"));
        assertThat(end.after().all()).isEqualTo(YEAR.all().subList(0, 8));
        assertThat(end.closing()).as("the debit of August comes").isNull();
        assertThat(end.asksLessThan(plan("210.00"))).isTrue();
    }

    /** Nor where the utility carries over less than its minimum. */
    @Test
    void no_payment_below_the_minimum_comes_after_what_the_bank_has_already() {
        var rules =
                new InstalmentRules(10, List.of(10), null, 15, new EuroAmount("10.00"), new EuroAmount("5.00"), 2, 2);
        var end = YearEnd.of(plan("210.00"), euros("37.00"), rules, LocalDate.of(2027, 8, 1));

        assertThat(end.outcome()).isEqualTo(Outcome.CARRIED);
        assertThat(end.difference()).isEqualTo(euros("7.00"));
        assertThat(end.after().all()).isEqualTo(YEAR.all().subList(0, 8));
        assertThat(end.closing()).isNull();
    }

    @Test
    void what_the_bank_has_already_comes_even_where_less_is_left() {
        var end = YearEnd.of(plan("210.00"), euros("25.00"), rules(2), LocalDate.of(2027, 8, 1));

        assertThat(end.outcome()).isEqualTo(Outcome.REDUCED);
        assertThat(end.after().all()).isEqualTo(YEAR.all().subList(0, 8));
    }

    @Test
    void who_had_more_come_back_than_came_is_asked_for_all_that_is_left() {
        var end = end("-5.00", "345.00", rules(2));

        assertThat(sum(end.after().paidBy(euros("-5.00")), PlannedPayment::left))
                .isEqualTo(euros("345.00"));
    }

    @Test
    void who_is_late_with_more_than_the_year_cost_owes_what_it_cost() {
        var end = end("210.00", "60.00", rules(2));

        assertThat(end.outcome()).isEqualTo(Outcome.DUE);
        assertThat(end.difference()).isEqualTo(euros("60.00"));
    }

    @Test
    void payments_to_come_are_dropped_where_all_is_paid() {
        var end = end("240.00", "-20.00", rules(2));

        assertThat(end.refund()).isEqualTo(euros("20.00"));
        assertThat(end.closing()).isEqualTo(PlanClosing.YEAR_END);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, 105.00, RAISED,            15.00
            0, 104.99, CARRIED,           10.00
            1, 105.00, EXTRA_INSTALMENTS, 10.00
            """)
    void what_is_billed_after_the_year_is_settled_ends_no_plan(
            int extra, String left, Outcome outcome, String october) {
        var plan = settled(plan("210.00"));

        var end = YearEnd.of(plan, euros(left), rules(extra), LocalDate.of(2027, 7, 20));

        assertThat(end.outcome()).isEqualTo(outcome);
        assertThat(end.closing()).isNull();
        assertThat(end.after().all().subList(7, 10))
                .extracting(Instalment::amount)
                .containsOnly(euros("20.00").plus(euros(october)));
    }

    @Test
    void it_is_due_where_the_bank_has_all_that_is_to_come_and_nothing_may_be_added() {
        var end = YearEnd.of(settled(plan("270.00")), euros("60.00"), rules(0), LocalDate.of(2027, 10, 1));

        assertThat(end.outcome()).isEqualTo(Outcome.DUE);
        assertThat(end.difference()).isEqualTo(euros("60.00"));
    }

    @Test
    void what_is_late_is_not_raised() {
        var end = YearEnd.of(settled(plan("180.00")), euros("200.00"), rules(0), LocalDate.of(2027, 8, 20));

        assertThat(end.outcome()).isEqualTo(Outcome.RAISED);
        assertThat(end.after().all()).startsWith(YEAR.all().subList(0, 8).toArray(Instalment[]::new));
        assertThat(end.after().total()).isEqualTo(euros("380.00"));
    }

    @ParameterizedTest
    @CsvSource({"0.00, EVEN, 0.00", "3.00, DUE, 0.00", "80.00, DUE, 0.00", "-3.00, REFUND, 3.00"})
    void an_agreement_that_is_over_leaves_nothing_to_a_next_plan(String left, Outcome outcome, String refund) {
        var end = YearEnd.ofMoveOut(plan("240.00"), euros(left));

        assertThat(end.outcome()).isEqualTo(outcome);
        assertThat(end.refund()).isEqualTo(euros(refund));
        assertThat(end.closing()).isEqualTo(PlanClosing.MOVE_OUT);
    }

    @RepeatedTest(200)
    void whatever_is_left_is_asked_for_once_or_given_back_or_left_to_the_next_plan(RepetitionInfo number) {
        var random = new Random(number.getCurrentRepetition());
        var paid = plan(cents(random, 40_001));
        var plan = random.nextBoolean() ? settled(paid) : paid;
        var left = euros(cents(random, 60_000)).minus(euros("200.00"));
        var today = LocalDate.of(2027, 1, 1).plusDays(random.nextInt(400));

        var rules = rules(random.nextInt(3));
        var end = YearEnd.of(plan, left, rules, today);

        var payments = end.after().paidBy(plan.received());
        var comes = end.closing() == null ? sum(payments, PlannedPayment::left) : Money.zero();
        var asked = end.outcome() == Outcome.DUE ? left : Money.zero();
        var carried = end.outcome() == Outcome.CARRIED ? end.difference() : Money.zero();
        var atTheBank = sum(
                payments.stream()
                        .filter(one -> one.dueOn().isBefore(rules.firstToChange(today)))
                        .toList(),
                PlannedPayment::left);
        var isMoreAtTheBank = end.outcome() == Outcome.REDUCED && atTheBank.compareTo(left) > 0;
        assertThat(comes.plus(asked).plus(carried).minus(end.refund())).isEqualTo(isMoreAtTheBank ? atTheBank : left);
        assertThat(sum(payments, PlannedPayment::paid)).as("what was paid").isGreaterThanOrEqualTo(plan.paid());
        assertThat(end.after().all())
                .extracting(Instalment::dueOn)
                .allMatch(BankDays::isOne)
                .isSorted();
        assertThat(end.after().all())
                .filteredOn(one -> end.closing() == null && !YEAR.all().contains(one))
                .allMatch(one -> one.amount().compareTo(euros("10.00")) >= 0);
    }

    private static Money sum(List<PlannedPayment> payments, Function<PlannedPayment, Money> what) {
        return payments.stream().map(what).reduce(Money.zero(), Money::plus);
    }

    private static String cents(Random random, int bound) {
        return BigDecimal.valueOf(random.nextInt(bound), 2).toPlainString();
    }

    private static YearEnd end(String paid, String left, InstalmentRules rules) {
        return YearEnd.of(plan(paid), euros(left), rules, TODAY);
    }

    private static Plan plan(String paid) {
        return new Plan(
                new PlanId(UUID.randomUUID()),
                new AgreementId(UUID.randomUUID()),
                PlanState.AGREED,
                1,
                10,
                new YearlyAmount(euros("300.00"), PlanBasis.STAFF, null),
                LocalDate.of(2026, 12, 1),
                null,
                null,
                Money.zero(),
                null,
                euros(paid),
                null,
                YEAR.paidBy(euros(paid)));
    }

    private static Plan settled(Plan plan) {
        return new Plan(
                plan.id(),
                plan.agreement(),
                plan.state(),
                plan.version(),
                plan.day(),
                plan.year(),
                plan.agreedOn(),
                null,
                null,
                plan.carried(),
                Outcome.EVEN,
                plan.received(),
                null,
                plan.payments());
    }

    private static InstalmentRules rules(int extra) {
        return new InstalmentRules(
                10, List.of(10), null, 15, new EuroAmount("10.00"), new EuroAmount("15.00"), extra, 2);
    }
}
