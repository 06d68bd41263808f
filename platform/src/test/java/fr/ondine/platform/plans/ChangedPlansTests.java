package fr.ondine.platform.plans;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.plans.YearEnd.Outcome;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.receivables.ReceivableState;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes of a plan after it was agreed or settled, and what does not any more. */
class ChangedPlansTests extends PlanScene {

    private ReceivableId halfYear;

    @Test
    void what_is_credited_after_the_year_is_settled_is_not_asked_for() {
        var plan = agreeLongAgo("300.00");
        receive("300.00");
        bill("500.00", "ACTUAL");
        run(plan);
        assertThat(plan().toCome()).isEqualTo(euros("200.00"));

        credit("150.00");
        run(plan);
        run(plan);

        assertThat(plan().settled()).isEqualTo(Outcome.REDUCED);
        assertThat(plan().toCome()).isEqualTo(euros("50.00")).isEqualTo(due());
        assertThat(audited(plan))
                .containsExactly(
                        "plan.agreed 300.00 in 10",
                        "plan.settled EXTRA_INSTALMENTS 200.00",
                        "plan.settled REDUCED -150.00");
    }

    @Test
    void what_was_credited_beyond_the_rest_is_given_back_once() {
        var plan = agreeLongAgo("300.00");
        receive("300.00");
        bill("500.00", "ACTUAL");
        run(plan);

        credit("260.00");
        run(plan);
        run(plan);

        assertThat(plan().closing()).isEqualTo(PlanClosing.YEAR_END);
        assertThat(refund().orElseThrow().amount()).isEqualTo(euros("60.00"));
        assertThat(due()).isEqualTo(euros("-60.00"));
    }

    @Test
    void what_is_owed_beside_a_settled_plan_changes_nothing_of_it() {
        var plan = agreeLongAgo("300.00");
        receive("300.00");
        bill("500.00", "ACTUAL");
        run(plan);
        bill("40.00", "ONE_OFF");

        run(plan);

        assertThat(plan().settled()).isEqualTo(Outcome.EXTRA_INSTALMENTS);
        assertThat(plan().toCome()).isEqualTo(euros("200.00"));
    }

    @Test
    void what_is_asked_for_beside_a_plan_is_not_brought_by_it_as_well() {
        var before = bill("350.00", "ACTUAL", 60, today.minusDays(310));
        var plan = agreeLongAgo("300.00");
        receive("300.00", today.minusDays(10));
        var year = bill("100.00", "ACTUAL", 365, today.minusDays(2));
        var service = bill("40.00", "ONE_OFF", 1, today.minusDays(1));

        run(plan);

        assertThat(left(before)).isEqualTo(euros("50.00"));
        assertThat(state(before)).isEqualTo(ReceivableState.OVERDUE);
        assertThat(state(service)).isEqualTo(ReceivableState.DUE);
        assertThat(state(year)).isEqualTo(ReceivableState.BY_INSTALMENTS);
        assertThat(plan().settled()).isEqualTo(Outcome.EXTRA_INSTALMENTS);
        assertThat(plan().toCome()).isEqualTo(euros("100.00"));
    }

    @Test
    void what_is_credited_of_a_settled_year_is_not_asked_for_though_a_service_is_owed_beside() {
        var plan = agreeLongAgo("300.00");
        receive("300.00");
        var year = bill("500.00", "ACTUAL", 365, today.minusDays(1));
        run(plan);
        bill("40.00", "ONE_OFF");

        takeBack(year, "30.00");
        run(plan);

        assertThat(due()).isEqualTo(euros("210.00"));
        assertThat(plan().toCome()).isEqualTo(euros("170.00"));
    }

    @Test
    void what_is_credited_after_staff_have_settled_sooner_is_not_asked_for() {
        var plan = settledSooner();

        credit("150.00");
        run(plan);

        assertThat(plan().toCome()).isEqualTo(euros("50.00")).isEqualTo(due());
    }

    @Test
    void what_was_settled_sooner_and_is_taken_back_whole_waits_to_be_billed_anew() {
        var plan = settledSooner();

        takeBack(halfYear, "500.00");
        run(plan);

        assertThat(plan().toCome()).isEqualTo(euros("200.00"));
    }

    @Test
    void what_was_taken_back_and_is_billed_anew_is_brought_by_the_plan_to_the_cent() {
        var plan = settledSooner();
        takeBack(halfYear, "500.00");

        var anew = bill("620.00", "ACTUAL", 181);
        run(plan);

        assertThat(plan().toCome()).isEqualTo(euros("320.00")).isEqualTo(due());
        assertThat(state(anew)).isEqualTo(ReceivableState.BY_INSTALMENTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACTUAL", "ESTIMATED"})
    void what_is_billed_while_a_settled_plan_goes_on_is_brought_by_it_too(String kind) {
        var reader = reader().value() + "@exemple.fr";
        var plan = settledSooner();

        var next = bill("80.00", kind, 60);
        run(plan);
        run(plan);

        assertThat(plan().toCome()).isEqualTo(euros("280.00")).isEqualTo(due());
        assertThat(state(next)).isEqualTo(ReceivableState.BY_INSTALMENTS);
        assertThat(audited(plan))
                .endsWith("plan.settled EXTRA_INSTALMENTS 80.00")
                .hasSize(3);
        assertThat(caught.await(reader, mail -> mail.plain().contains("80,00")).plain())
                .contains("s'y ajoute");
    }

    @Test
    void what_is_too_little_for_a_payment_is_left_for_the_next_plan_and_told_once() {
        var plan = settledSooner();

        bill("8.00", "ACTUAL", 20);
        run(plan);
        run(plan);

        assertThat(plan().toCome()).isEqualTo(euros("200.00"));
        assertThat(audited(plan)).endsWith("plan.settled CARRIED 8.00").hasSize(3);
    }

    @Test
    void what_is_billed_once_a_settled_plan_is_paid_is_asked_for_by_itself() {
        var plan = settledSooner();
        receive("200.00");

        var next = bill("80.00", "ACTUAL", 60);
        run(plan);

        assertThat(plan().isRunning()).isFalse();
        assertThat(state(next)).isEqualTo(ReceivableState.DUE);
    }

    private PlanId settledSooner() {
        var plan = agreeLongAgo("300.00");
        receive("300.00");
        halfYear = bill("500.00", "ACTUAL", 181);
        run(plan);
        assertThat(plan().settled()).isNull();
        settle(plan, yearEnd().orElseThrow());
        assertThat(plan().toCome()).isEqualTo(euros("200.00"));
        return plan;
    }

    @Test
    void a_plan_whose_year_is_settled_is_revised_to_neither_less_nor_more_than_what_is_owed() {
        var plan = agreeLongAgo("300.00");
        receive("300.00");
        bill("500.00", "ACTUAL");
        run(plan);

        for (var other : List.of("499.99", "500.01")) {
            assertThatThrownBy(() -> in(() -> plans.revision(ANNE, agreement, euros(other), today)))
                    .isInstanceOf(PlanRefused.class)
                    .hasMessageContaining("plans.settled");
        }
        assertThat(in(() -> plans.revision(ANNE, agreement, euros("500.00"), today))
                        .after()
                        .total())
                .isEqualTo(euros("500.00"));
    }

    @Test
    void a_revision_leaves_what_the_bank_has_already_as_it_is() {
        agree("300.00");
        var first = plan().payments().getFirst();
        moveDays(plan().id(), (int) -ChronoUnit.DAYS.between(today.plusDays(1), first.dueOn()));

        var seen = in(() -> plans.revision(ANNE, agreement, euros("600.00"), today));

        assertThat(seen.after().all().getFirst()).isEqualTo(new Instalment(today.plusDays(1), euros("30.00")));
        assertThat(seen.after().total()).isEqualTo(euros("600.00"));
        assertThat(seen.after().all().get(1).amount()).isGreaterThan(euros("60.00"));
    }

    @Test
    void a_year_is_not_settled_while_a_payment_is_on_its_way() {
        agreeLongAgo("300.00");
        receive("300.00");
        var invoice = bill("340.00", "ACTUAL", 181);
        assertThat(yearEnd()).isPresent();

        pay(invoice, "40.00");
        assertThat(yearEnd()).isEmpty();

        update("update payment set state = 'FAILED' where invoice_id = ?", invoice.value());
        assertThat(yearEnd()).isPresent();
    }

    @Test
    void days_that_are_billed_twice_are_one_day_and_none_where_all_was_taken_back() {
        var plan = agreeLongAgo("300.00");
        receive("150.00");
        takeBack(bill("150.00", "ACTUAL", 181), "150.00");
        bill("150.00", "ACTUAL", 182);
        run(plan);
        assertThat(plan().settled()).as("half a year").isNull();

        bill("150.00", "ACTUAL", 300);
        run(plan);
        assertThat(plan().settled()).isNotNull();
    }

    @Test
    void staff_print_the_plan_of_who_has_no_account() throws Exception {
        agree("300.00");

        var pdf = in(() -> plans.printed(ANNE, agreement));

        try (var document = Loader.loadPDF(pdf.bytes())) {
            assertThat(new PDFTextStripper().getText(document)).contains("300,00", "30,00");
        }
    }

    private void credit(String amount) {
        takeBack(null, amount);
    }

    private void pay(ReceivableId invoice, String amount) {
        update(
                "insert into payment (id, agreement_id, invoice_id, method, provider, amount, state, initiated_at)"
                        + " values (gen_random_uuid(), ?, ?, 'CARD', 'STRIPE', ?, 'PROCESSING', now())",
                agreement.value(),
                invoice.value(),
                euros(amount).amount());
    }
}
