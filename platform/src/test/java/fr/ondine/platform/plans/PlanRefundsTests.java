package fr.ondine.platform.plans;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A year of 300.00 that was paid and cost less: what is given back of it, once. */
class PlanRefundsTests extends PlanScene {

    PlanId plan;

    @BeforeEach
    void a_plan_whose_days_are_past() {
        plan = agreeLongAgo("300.00");
    }

    @Test
    void what_is_to_be_given_back_is_posted_once_when_staff_say_that_it_is_paid() throws Exception {
        var refund = aRefundOf100();
        atOnce(() -> refunded(refund));

        assertThat(due()).isEqualTo(Money.zero());
        assertThat(refund()).isEmpty();
        assertThat(plan().paid()).as("what was paid on the plan").isEqualTo(euros("300.00"));
        assertThat(audited(plan)).last().isEqualTo("plan.refunded 100.00");
    }

    @Test
    void what_an_invoice_has_used_meanwhile_is_not_given_back() {
        var refund = aRefundOf100();
        bill("30.00", "ONE_OFF");

        assertThatThrownBy(() -> refunded(refund))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("refund-changed");
        var left = refund().orElseThrow();
        assertThat(left.amount()).isEqualTo(euros("70.00"));
        refunded(left);
        assertThat(due()).isEqualTo(Money.zero());
    }

    @Test
    void a_refund_of_last_year_is_nothing_that_this_years_plan_lacks() {
        var refund = aRefundOf100();
        agree("250.00");
        receive("25.00");
        refunded(refund);

        assertThat(plan().paid()).isEqualTo(euros("25.00"));
        assertThat(due()).isEqualTo(euros("-25.00"));
        assertThat(refund()).isEmpty();
    }

    /** By an import, and after something was paid for the next year. */
    @Test
    void what_the_utilitys_software_says_was_given_back_is_not_to_be_given_back_again() {
        aRefundOf100();
        agree("250.00");
        receive("25.00");
        giveBack("60.00");
        assertThat(refund().orElseThrow().amount()).isEqualTo(euros("40.00"));
        assertThat(plan().received()).isEqualTo(euros("25.00"));

        giveBack("40.00");

        assertThat(refund()).isEmpty();
        assertThat(listed(PlanFilter.State.TO_REFUND, "")).isFalse();
        assertThat(plan().received()).isEqualTo(euros("25.00"));
        assertThat(due()).isEqualTo(euros("-25.00"));
    }

    @Test
    void what_an_invoice_has_used_is_not_given_back_of_what_is_paid_for_the_next_year() {
        aRefundOf100();
        bill("95.00", "ONE_OFF", 1, today.minusDays(1));
        assertThat(refund().orElseThrow().amount()).isEqualTo(euros("5.00"));
        bill("10.00", "ONE_OFF", 1, today.minusDays(1));

        agree("250.00");
        receive("25.00");

        assertThat(due()).isEqualTo(euros("-20.00"));
        assertThat(refund()).isEmpty();
        assertThat(listed(PlanFilter.State.TO_REFUND, "")).isFalse();
    }

    @Test
    void what_an_invoice_took_that_was_wrong_is_to_be_given_back_again() {
        aRefundOf100();
        update("update plan_refund set noted_on = ? where agreement_id = ?", today.minusDays(5), agreement.value());
        var wrong = bill("100.00", "ONE_OFF", 1, today.minusDays(1));
        assertThat(refund()).isEmpty();

        takeBack(wrong, "100.00");

        assertThat(refund().orElseThrow().amount()).isEqualTo(euros("100.00"));
    }

    @Test
    void what_an_invoice_took_that_was_wrong_in_part_is_to_be_given_back_again_in_part() {
        aRefundOf100();
        var wrong = bill("150.00", "ONE_OFF", 1, today.minusDays(1));
        receive("50.00");
        assertThat(refund()).isEmpty();

        takeBack(wrong, "120.00");

        assertThat(refund().orElseThrow().amount())
                .as("100.00 less the 30.00 that the invoice was of; what was paid since is the next year's")
                .isEqualTo(euros("70.00"));
        assertThat(due()).isEqualTo(euros("-120.00"));
    }

    @Test
    void an_invoice_that_the_next_plan_has_paid_takes_nothing_of_what_waits() {
        aRefundOf100();
        agree("250.00");
        receive("125.00");
        bill("125.00", "ACTUAL", 181);

        assertThat(refund().orElseThrow().amount()).isEqualTo(euros("100.00"));
        assertThat(listed(PlanFilter.State.TO_REFUND, "")).isTrue();
    }

    /** As {@link #a_refund_of_last_year_is_nothing_that_this_years_plan_lacks}, told by the utility's software. */
    @Test
    void what_waits_beside_such_an_invoice_is_nothing_that_the_next_plan_lacks() {
        aRefundOf100();
        agreedOn(agree("250.00"), today.minusDays(1));
        receive("125.00");
        bill("125.00", "ACTUAL", 181);

        giveBack("100.00");

        assertThat(refund()).isEmpty();
        assertThat(plan().received()).isEqualTo(euros("125.00"));
        assertThat(due()).isEqualTo(Money.zero());
        giveBack("25.00");
        assertThat(plan().received()).as("what was more").isEqualTo(euros("100.00"));
    }

    @Test
    void a_second_one_waits_though_an_invoice_has_used_the_first() {
        aRefundOf100();
        bill("100.00", "ONE_OFF", 1, today.minusDays(1));
        var next = agree("250.00");
        agreedOn(next, today.minusDays(1));
        receive("250.00");
        bill("200.00", "ACTUAL");
        run(next);

        var second = refund().orElseThrow();
        assertThat(second.plan()).isEqualTo(next);
        refunded(second);
        assertThat(due()).isEqualTo(Money.zero());
        assertThat(refund()).isEmpty();
    }

    @Test
    void of_two_that_wait_for_the_same_money_one_is_given_back() {
        aRefundOf100();
        var next = agree("250.00");
        agreedOn(next, today.minusDays(1));
        receive("250.00");
        bill("250.00", "ACTUAL");
        run(next);

        refunded(refund().orElseThrow());
        assertThat(due()).isEqualTo(Money.zero());
        assertThat(refund()).isEmpty();
    }

    @Test
    void what_is_given_back_of_a_credit_note_is_set_against_it() {
        receive("300.00", today.minusDays(10));
        // at once, so that the year does not come out even in between
        var note = in(() -> {
            bill("300.00", "ACTUAL");
            return bill("-100.00", "CREDIT_NOTE");
        });
        run(plan);

        refunded(refund().orElseThrow());

        assertThat(due()).isEqualTo(Money.zero());
        assertThat(in(() -> ledger.balance(note))).isEqualTo(Money.zero());
    }

    @Test
    void who_does_not_bill_gives_nothing_back_and_settles_nothing() {
        var refund = aRefundOf100();
        var agent = staff(UTILITY, StaffRole.AGENT);

        assertThatThrownBy(() -> in(() -> plans.refunded(agent, refund))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() ->
                        in(() -> plans.settle(agent, agreement, plan, YearEnd.ofMoveOut(plan(), Money.zero()))))
                .isInstanceOf(RoleMissing.class);
    }

    @Test
    void who_moves_out_and_has_paid_a_little_too_much_gets_it_back() {
        receive("120.00");
        bill("118.00", "CLOSING");
        run(plan);

        assertThat(refund().orElseThrow().amount()).isEqualTo(euros("2.00"));
    }

    /** Noted yesterday, so that nothing of today is of that year. */
    private WaitingRefund aRefundOf100() {
        var yesterday = today.minusDays(1);
        receive("300.00", today.minusDays(10));
        bill("200.00", "ACTUAL", 365, yesterday);
        run(plan);
        update(
                "update instalment_plan set settled_on = ?, closed_on = ? where id = ?",
                yesterday,
                yesterday,
                plan.value());
        update("update plan_refund set noted_on = ? where plan_id = ?", yesterday, plan.value());
        return refund().orElseThrow();
    }
}
