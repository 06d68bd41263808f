package fr.ondine.platform.receivables;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.kernel.Money;
import fr.ondine.tenantconfig.Payments.Payable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DebtRulesTests {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final Money ZERO = Money.zero();

    final AgreementId agreement = new AgreementId(UUID.randomUUID());

    @Test
    void credit_covers_the_oldest_invoice_first() {
        var debt = debt(onAccount("120.00"), invoice("100.00"), invoice("50.00"));

        assertThat(debt.open()).extracting(OpenReceivable::left).containsExactly(ZERO, euros("30.00"));
        assertThat(debt.open()).extracting(OpenReceivable::payable).containsExactly(ZERO, euros("30.00"));
        assertThat(debt.open())
                .extracting(OpenReceivable::state)
                .containsExactly(ReceivableState.PAID, ReceivableState.DUE);
        assertThat(debt.due()).isEqualTo(euros("30.00")).isEqualTo(debt.asked());
    }

    @Test
    void without_credit_each_invoice_is_left_as_it_is() {
        var debt = debt(invoice("100.00"), invoice("50.00"));

        assertThat(debt.open()).extracting(OpenReceivable::payable).containsExactly(euros("100.00"), euros("50.00"));
        assertThat(debt.asked()).isEqualTo(euros("150.00"));
    }

    @Test
    void a_credit_note_that_others_used_up_is_no_credit_any_more() {
        assertThat(debt(invoice("100.00"), invoice("-30.00")).open())
                .extracting(OpenReceivable::left)
                .containsExactly(euros("70.00"), ZERO);
        assertThat(debt(invoice("20.00"), invoice("-30.00")).open())
                .extracting(OpenReceivable::state)
                .containsExactly(ReceivableState.PAID, ReceivableState.CREDIT);
    }

    @Test
    void what_a_payment_in_progress_pays_is_not_covered_twice() {
        var debt = debt(onAccount("30.00"), inProgress("100.00", "100.00"), invoice("50.00"));

        assertThat(debt.open()).extracting(OpenReceivable::left).containsExactly(euros("100.00"), euros("20.00"));
        assertThat(debt.open())
                .extracting(OpenReceivable::state)
                .containsExactly(ReceivableState.PAYMENT_IN_PROGRESS, ReceivableState.DUE);
        assertThat(debt.open()).extracting(OpenReceivable::payable).containsExactly(ZERO, euros("20.00"));
    }

    @Test
    void all_that_may_be_paid_is_never_more_than_what_is_owed() {
        var random = new Random(20260302);
        for (var round = 0; round < 500; round++) {
            var items = new ArrayList<OpenItem>();
            for (var made = random.nextInt(1, 6); made > 0; made--) {
                items.add(invoice(random.nextInt(-90, 91) + ".50"));
            }
            items.addFirst(onAccount(random.nextInt(-60, 200) + ".25"));
            var debt = debt(items.toArray(OpenItem[]::new));
            var payable = debt.open().stream().map(OpenReceivable::payable).reduce(ZERO, Money::plus);

            assertThat(payable).isEqualTo(debt.due().isPositive() ? least(debt.due(), positive(items)) : ZERO);
        }
    }

    @Test
    void a_credit_that_was_given_back_pays_nothing_any_more() {
        var givenBack = onAccount("-30.00");
        var debt = debt(givenBack, invoice("100.00"), invoice("-30.00"));

        assertThat(debt.open()).extracting(OpenReceivable::left).containsExactly(euros("100.00"), ZERO);
        assertThat(debt.due()).isEqualTo(euros("100.00"));
    }

    @Test
    void what_is_debited_is_neither_asked_nor_payable_until_the_debit_fails() {
        var ahead = debt(item("50.00", PaymentMethod.DIRECT_DEBIT, TODAY, 0));
        var failed = debt(item("50.00", PaymentMethod.DIRECT_DEBIT, TODAY, 1));
        var past = debt(item("50.00", PaymentMethod.DIRECT_DEBIT, TODAY.minusDays(8), 0));

        assertThat(only(ahead)).extracting("state", "payable").containsExactly(ReceivableState.DEBITED, ZERO);
        assertThat(ahead.asked()).isEqualTo(ZERO);
        assertThat(only(failed)).extracting("state", "payable").containsExactly(ReceivableState.DUE, euros("50.00"));
        assertThat(only(past)).extracting("state", "payable").containsExactly(ReceivableState.OVERDUE, euros("50.00"));
    }

    @Test
    void instalments_are_never_overdue_until_two_fail_or_the_plan_has_ended() {
        var running = debt(item("50.00", PaymentMethod.INSTALMENTS, TODAY.minusDays(20), 1));
        var failed = debt(item("50.00", PaymentMethod.INSTALMENTS, TODAY.minusDays(20), 2));
        var ended = debt(item("50.00", PaymentMethod.INSTALMENTS, TODAY.minusMonths(3), 0));

        assertThat(only(running)).extracting("state", "payable").containsExactly(ReceivableState.BY_INSTALMENTS, ZERO);
        assertThat(running.due()).isEqualTo(euros("50.00"));
        assertThat(running.asked()).isEqualTo(ZERO);
        assertThat(only(failed))
                .extracting("state", "payable")
                .containsExactly(ReceivableState.OVERDUE, euros("50.00"));
        assertThat(only(ended)).extracting("state", "payable").containsExactly(ReceivableState.OVERDUE, euros("50.00"));
    }

    @Test
    void what_no_plan_takes_is_debited_once() {
        var once = new OpenItem(
                agreement,
                id(),
                euros("60.00"),
                PaymentMethod.INSTALMENTS,
                false,
                ZERO,
                true,
                false,
                false,
                debits(TODAY, 0));
        var past = new OpenItem(
                agreement,
                id(),
                euros("60.00"),
                PaymentMethod.INSTALMENTS,
                false,
                ZERO,
                true,
                false,
                false,
                debits(TODAY.minusDays(8), 0));

        assertThat(only(debt(once)).state()).isEqualTo(ReceivableState.DEBITED);
        assertThat(only(debt(past)).state()).isEqualTo(ReceivableState.OVERDUE);
    }

    @Test
    void a_utility_may_take_the_latest_invoice_only() {
        var items = List.of(invoice("100.00"), latest("50.00"));

        assertThat(new DebtRules(Payable.LATEST_INVOICE, ZERO, TODAY)
                        .debt(items)
                        .open())
                .extracting(OpenReceivable::payable)
                .containsExactly(ZERO, euros("50.00"));
        assertThat(new DebtRules(Payable.LATEST_INVOICE, ZERO, TODAY)
                        .debt(items)
                        .asked())
                .as("what is not payable here is asked all the same")
                .isEqualTo(euros("150.00"));
        assertThat(new DebtRules(Payable.EVERY_INVOICE, ZERO, TODAY).debt(items).open())
                .extracting(OpenReceivable::payable)
                .containsExactly(euros("100.00"), euros("50.00"));
    }

    @Test
    void what_is_too_little_is_carried_and_neither_asked_nor_payable() {
        var debt = carrying(overdue("3.20"));

        assertThat(only(debt)).extracting("state", "payable").containsExactly(ReceivableState.CARRIED, ZERO);
        assertThat(debt.asked()).isEqualTo(ZERO);
        assertThat(debt.due()).isEqualTo(euros("3.20"));
        assertThat(only(debt(overdue("3.20"))).state()).as("elsewhere").isEqualTo(ReceivableState.OVERDUE);
    }

    @Test
    void what_was_carried_is_asked_and_due_with_what_takes_it_to_the_limit() {
        assertThat(carrying(overdue("3.20"), invoice("80.00")).open())
                .extracting(OpenReceivable::state)
                .containsExactly(ReceivableState.DUE, ReceivableState.DUE);
        assertThat(carrying(overdue("3.20"), overdue("80.00")).open())
                .extracting(OpenReceivable::state)
                .containsExactly(ReceivableState.OVERDUE, ReceivableState.OVERDUE);
        assertThat(carrying(overdue("3.20"), invoice("2.00")).open())
                .as("two little ones are due together")
                .extracting(OpenReceivable::state)
                .containsExactly(ReceivableState.DUE, ReceivableState.DUE);
        assertThat(carrying(invoice("2.00"), invoice("2.99")).asked()).isEqualTo(ZERO);
        assertThat(carrying(invoice("2.00"), invoice("3.00")).asked()).isEqualTo(euros("5.00"));
    }

    @Test
    void what_was_carried_is_late_from_the_day_of_what_takes_it_to_the_limit() {
        assertThat(carrying(overdue("3.20", 180), overdue("80.00", 1), invoice("9.00"))
                        .open())
                .extracting(OpenReceivable::state, OpenReceivable::dueOn)
                .containsExactly(
                        tuple(ReceivableState.OVERDUE, TODAY.minusDays(1)),
                        tuple(ReceivableState.OVERDUE, TODAY.minusDays(1)),
                        tuple(ReceivableState.DUE, TODAY));
        assertThat(carrying(overdue("3.20", 180), invoice("80.00")).open())
                .extracting(OpenReceivable::state, OpenReceivable::dueOn)
                .containsExactly(tuple(ReceivableState.DUE, TODAY), tuple(ReceivableState.DUE, TODAY));
        assertThat(carrying(overdue("80.00", 30), overdue("3.20", 2)).open())
                .extracting(OpenReceivable::dueOn)
                .as("what was never carried, and what came after it")
                .containsExactly(TODAY.minusDays(30), TODAY.minusDays(2));
    }

    @Test
    void what_was_carried_may_be_paid_where_only_the_latest_invoice_may() {
        var latest = new DebtRules(Payable.LATEST_INVOICE, euros("5.00"), TODAY);

        assertThat(latest.debt(List.of(invoice("3.20"), latest("80.00")))
                        .open()
                        .getFirst()
                        .payable())
                .isEqualTo(euros("3.20"));
        assertThat(latest.debt(List.of(invoice("13.20"), latest("80.00")))
                        .open()
                        .getFirst()
                        .payable())
                .as("what was never carried")
                .isEqualTo(ZERO);
    }

    @Test
    void what_is_debited_is_not_carried() {
        assertThat(only(carrying(item("3.20", PaymentMethod.DIRECT_DEBIT, TODAY, 0)))
                        .state())
                .isEqualTo(ReceivableState.DEBITED);
    }

    @Test
    void whatever_is_carried_nothing_is_lost() {
        var random = new Random(20261128);
        for (var round = 0; round < 500; round++) {
            var items = new ArrayList<OpenItem>();
            for (var made = random.nextInt(1, 6); made > 0; made--) {
                items.add(
                        random.nextBoolean()
                                ? overdue(random.nextInt(0, 8) + ".49")
                                : invoice("1." + random.nextInt(10, 99)));
            }
            var all = items.toArray(OpenItem[]::new);
            var carried = carrying(all).open().stream()
                    .filter(one -> one.state() == ReceivableState.CARRIED)
                    .map(OpenReceivable::left)
                    .reduce(ZERO, Money::plus);

            assertThat(carrying(all).asked().plus(carried)).isEqualTo(debt(all).asked());
            assertThat(carried.isZero() || carrying(all).asked().isZero()).isTrue();
            assertThat(carried.compareTo(euros("5.00"))).isNegative();
        }
    }

    private static Debt carrying(OpenItem... items) {
        return new DebtRules(Payable.EVERY_INVOICE, euros("5.00"), TODAY).debt(List.of(items));
    }

    private OpenItem overdue(String balance) {
        return overdue(balance, 20);
    }

    private OpenItem overdue(String balance, int days) {
        return item(balance, PaymentMethod.ON_INVOICE, TODAY.minusDays(days), 0);
    }

    private static Debt debt(OpenItem... items) {
        return new DebtRules(Payable.EVERY_INVOICE, ZERO, TODAY).debt(List.of(items));
    }

    private static OpenReceivable only(Debt debt) {
        assertThat(debt.open()).hasSize(1);
        return debt.open().getFirst();
    }

    private OpenItem invoice(String balance) {
        return open(balance, "0.00", false);
    }

    private OpenItem latest(String balance) {
        return open(balance, "0.00", true);
    }

    @Test
    void what_a_plan_that_is_kept_pays_comes_by_itself_and_what_it_left_to_the_next_one_waits() {
        assertThat(planned(true, false).state(euros("60.00"), TODAY)).isEqualTo(ReceivableState.BY_INSTALMENTS);
        assertThat(planned(false, true).state(euros("60.00"), TODAY)).isEqualTo(ReceivableState.CARRIED);
        assertThat(planned(false, false).state(euros("60.00"), TODAY)).isEqualTo(ReceivableState.OVERDUE);
    }

    private OpenItem planned(boolean covered, boolean carried) {
        return new OpenItem(
                agreement,
                id(),
                euros("60.00"),
                PaymentMethod.ON_INVOICE,
                true,
                ZERO,
                true,
                covered,
                carried,
                debits(TODAY.minusDays(8), 0));
    }

    private OpenItem inProgress(String balance, String paying) {
        return open(balance, paying, false);
    }

    private OpenItem open(String balance, String paying, boolean latest) {
        return new OpenItem(
                agreement,
                id(),
                euros(balance),
                PaymentMethod.ON_INVOICE,
                true,
                euros(paying),
                latest,
                false,
                false,
                debits(TODAY, 0));
    }

    private OpenItem item(String balance, PaymentMethod method, LocalDate dueOn, int returned) {
        return new OpenItem(
                agreement, id(), euros(balance), method, true, ZERO, true, false, false, debits(dueOn, returned));
    }

    private OpenItem onAccount(String money) {
        return new OpenItem(
                agreement,
                null,
                euros(money).negated(),
                PaymentMethod.ON_INVOICE,
                true,
                ZERO,
                false,
                false,
                false,
                debits(TODAY, 0));
    }

    private static Debits debits(LocalDate dueOn, int returned) {
        return new Debits(dueOn, TODAY, null, returned, returned == 0 ? null : TODAY);
    }

    private static Money positive(List<OpenItem> items) {
        return items.stream()
                .filter(item -> item.invoice() != null)
                .map(OpenItem::uncovered)
                .reduce(ZERO, Money::plus);
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static ReceivableId id() {
        return new ReceivableId(UUID.randomUUID());
    }
}
