package fr.ondine.platform.plans;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.receivables.ReceivableState;
import fr.ondine.testing.Rows;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was paid on a plan is what the ledger says: ten instalments, nine of 30.50 and one of 30.55. */
class PaidPlansTests extends PlanScene {

    private static final String YEAR = "305.05";

    @Test
    void what_comes_in_on_account_pays_the_first_instalments_and_what_comes_back_does_not() {
        agree(YEAR);
        receive("40.00");
        var returned = receive("30.00");

        assertThat(plan().payments())
                .extracting(PlannedPayment::paid)
                .startsWith(euros("30.50"), euros("30.50"), euros("9.00"));

        in(() -> ledger.postReturn(returned, euros("30.00"), today));

        assertThat(plan().paid()).isEqualTo(euros("40.00"));
        assertThat(plan().next(today).orElseThrow().left()).isEqualTo(euros("21.00"));
    }

    @Test
    void what_was_paid_is_taken_off_the_yearly_invoice_once_and_stays_paid_on_the_plan() {
        agree(YEAR);
        receive("61.00");
        var invoice = in(() -> new Rows(database).invoice(agreement, euros("300.00"), euros("16.50")));
        in(() -> ledger.post(LedgerEntry.invoice(invoice, agreement, today, euros("300.00"), euros("16.50"))));
        in(() -> {
            allocation.settle(List.of(agreement));
            allocation.settle(List.of(agreement));
        });

        assertThat(due()).isEqualTo(euros("255.50"));
        assertThat(in(() -> ledger.balance(invoice))).isEqualTo(euros("255.50"));
        assertThat(plan().paid()).isEqualTo(euros("61.00"));
    }

    @Test
    void a_plan_is_to_be_ended_once_as_many_payments_came_back_as_are_allowed() {
        agree(YEAR);
        var first = receive("30.50");
        var second = receive("30.50");

        in(() -> ledger.postReturn(first, euros("30.50"), today));
        assertThat(in(() -> plans.isToBeEnded(ANNE, plan()))).isFalse();

        in(() -> ledger.postReturn(second, euros("30.50"), today));
        assertThat(in(() -> plans.isToBeEnded(ANNE, plan()))).isTrue();

        close(plan().id());
        assertThat(in(() -> plans.isToBeEnded(ANNE, plan()))).isFalse();
    }

    @Test
    void a_plan_says_when_a_payment_since_it_was_agreed_came_back_last() {
        var before = receive("12.00", today.minusDays(1));
        agree(YEAR);
        var first = receive("30.50");
        assertThat(plan().sentBackOn()).isNull();

        in(() -> ledger.postReturn(before, euros("12.00"), today.minusDays(1)));
        assertThat(plan().sentBackOn()).as("before it").isNull();

        in(() -> ledger.postReturn(first, euros("30.50"), today));
        assertThat(plan().sentBackOn()).isEqualTo(today);
    }

    @Test
    void what_was_paid_before_it_or_by_card_is_no_payment_of_it_that_came_back() {
        var before = receive("12.00", today.minusDays(1));
        agree(YEAR);
        var card = UUID.randomUUID();
        in(() -> ledger.post(LedgerEntry.payment(card, agreement, Receipt.CARD, today, euros("20.00"), Map.of())));

        in(() -> ledger.postReturn(before, euros("12.00"), today));
        in(() -> ledger.postReturn(card, euros("20.00"), today));

        assertThat(plan().sentBackOn()).isNull();
    }

    @Test
    void what_was_paid_before_the_plan_is_not_for_it() {
        var before = receive("12.00", today.minusDays(1));
        agree(YEAR);
        receive("20.00");
        assertThat(plan().paid()).isEqualTo(euros("20.00"));

        in(() -> ledger.postReturn(before, euros("12.00"), today));
        assertThat(plan().paid()).as("once it came back").isEqualTo(euros("20.00"));
    }

    /** Once a plan is late its invoices are due, and the portal itself takes them by card. */
    @Test
    void what_pays_an_invoice_of_the_plan_by_name_is_paid_on_the_plan() {
        var plan = agree("300.00");
        agreedOn(plan, today.minusDays(90));
        moveDays(plan, (int) plan().payments().getFirst().dueOn().until(today.minusDays(20), ChronoUnit.DAYS));
        var invoice = bill("100.00", "ACTUAL", 60, today.minusDays(30));
        assertThat(plan().late(today)).isEqualTo(euros("30.00"));
        assertThat(state(invoice)).isEqualTo(ReceivableState.DUE);

        var card = payByCard(invoice, "100.00");

        assertThat(plan().late(today)).isEqualTo(euros("0.00"));
        assertThat(plan().toCome()).isEqualTo(euros("200.00"));
        assertThat(due()).isEqualTo(euros("0.00"));

        in(() -> {
            ledger.postReturn(card, euros("100.00"), today);
            allocation.settle(List.of(agreement));
        });
        assertThat(plan().late(today)).isEqualTo(euros("30.00"));
        assertThat(state(invoice)).isEqualTo(ReceivableState.DUE);
    }

    @Test
    void what_pays_another_invoice_by_name_is_not() {
        var before = bill("50.00", "ACTUAL", 60, today.minusDays(100));
        var plan = agree("300.00");
        agreedOn(plan, today.minusDays(90));
        var service = bill("40.00", "ONE_OFF", 1, today.minusDays(30));

        payByCard(before, "50.00");
        payByCard(service, "40.00");

        assertThat(plan().received()).isEqualTo(euros("0.00"));
    }

    private UUID payByCard(ReceivableId invoice, String amount) {
        var payment = UUID.randomUUID();
        in(() -> {
            ledger.post(LedgerEntry.payment(
                    payment, agreement, Receipt.CARD, today, euros(amount), Map.of(invoice, euros(amount))));
            allocation.settle(List.of(agreement));
        });
        return payment;
    }

    /** By its bank, as an import tells it; that the portal noted of a plan's own rest is in {@link PlanRefundsTests}. */
    @Test
    void what_is_given_back_of_other_credit_leaves_what_was_paid_on_the_plan() {
        receive("80.00", today.minusDays(1));
        agree(YEAR);
        receive("30.50");
        takeBack(null, "20.00");

        giveBack("100.00");

        assertThat(plan().received()).isEqualTo(euros("30.50"));
        assertThat(due()).isEqualTo(euros("-30.50"));
    }

    @Test
    void what_is_given_back_of_the_plan_itself_is_paid_on_it_no_more() {
        receive("10.00", today.minusDays(1));
        agree(YEAR);
        receive("61.00");

        giveBack("40.50");

        assertThat(plan().received()).isEqualTo(euros("30.50"));
        giveBack("30.50");
        assertThat(plan().received()).isEqualTo(euros("0.00"));
    }

    @Test
    void what_is_given_back_of_a_credit_note_leaves_what_was_paid_on_the_plan_though_that_paid_an_invoice() {
        agreedOn(agree(YEAR), today.minusDays(10));
        receive("100.00", today.minusDays(5));
        var invoice = bill("100.00", "ACTUAL", 60, today.minusDays(3));
        takeBack(invoice, "20.00");

        giveBack("20.00");

        assertThat(due()).isEqualTo(euros("0.00"));
        assertThat(plan().received()).isEqualTo(euros("100.00"));
        receive("30.00");
        giveBack("10.00");
        assertThat(plan().received()).as("of the plan itself").isEqualTo(euros("120.00"));
    }

    @Test
    void credit_that_an_invoice_took_is_given_back_no_more_than_what_was_paid_on_the_plan() {
        receive("80.00", today.minusDays(1));
        agree(YEAR);
        receive("30.50");
        bill("80.00", "ACTUAL");

        giveBack("30.50");

        assertThat(plan().received()).isEqualTo(euros("0.00"));
    }

    @Test
    void a_revision_keeps_what_was_paid_and_is_done_once() throws Exception {
        agree(YEAR);
        receive("61.00");
        in(() -> {
            var rows = new Rows(database);
            rows.link(rows.user(), agreement);
            return agreement;
        });
        var revision = revision("400.00");

        assertThat(plan().version()).as("looked at, and kept nowhere").isEqualTo(1);
        atOnce(() -> in(() -> plans.revise(ANNE, agreement, revision)));

        assertThat(plan().state()).isEqualTo(PlanState.REVISED);
        assertThat(plan().version()).isEqualTo(2);
        assertThat(plan().year()).isEqualTo(new YearlyAmount(euros("400.00"), PlanBasis.STAFF, null));
        assertThat(plan().total()).isEqualTo(euros("400.00"));
        assertThat(plan().payments())
                .extracting(PlannedPayment::amount)
                .startsWith(euros("30.50"), euros("30.50"), euros("42.37"));
        assertThat(plan().paid()).isEqualTo(euros("61.00"));
        assertThat(in(() -> database.sql("select plain from mail where agreement_id = ? and kind = 'plan-revised'")
                        .param(agreement.value())
                        .query((row, number) -> row.getString(1).replaceAll("[\\s\\h]+", " "))
                        .list()))
                .as("what is still to pay, not what is")
                .singleElement(STRING)
                .contains("la prochaine mensualité est de 42,37 €");
    }

    @Test
    void a_revision_to_little_leaves_fewer_payments_and_to_nothing_is_none() {
        agree(YEAR);

        assertThat(revision("35.00").after().all()).hasSize(3);
        assertThatThrownBy(() -> revision("0.00"))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("too-little");
    }

    @Test
    void a_revision_that_would_be_another_by_now_is_refused() {
        agree(YEAR);
        var revision = revision("400.00");
        receive("61.00");

        assertThatThrownBy(() -> in(() -> plans.revise(ANNE, agreement, revision)))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("changed");
    }

    @Test
    void a_plan_that_ends_asks_for_nothing_and_what_was_paid_stays_to_the_credit_of_the_agreement() {
        var id = agree(YEAR);
        receive("61.00");
        close(id);
        close(id);
        receive("5.00", today.plusDays(1));

        assertThat(plan().isRunning()).isFalse();
        assertThat(plan().closing()).isEqualTo(PlanClosing.WISH);
        assertThat(plan().next(today)).isEmpty();
        assertThat(plan().received()).isEqualTo(euros("61.00"));
        assertThat(due()).isEqualTo(euros("-66.00"));
        assertThat(audited(id)).containsExactly("plan.agreed 305.05 in 10", "plan.closed WISH");
    }

    private PlanRevision revision(String year) {
        return in(() -> plans.revision(ANNE, agreement, euros(year), today));
    }
}
