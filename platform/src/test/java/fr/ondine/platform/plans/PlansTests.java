package fr.ondine.platform.plans;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.billing.TrialPlaces;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.leaks.LeakedTimes;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ten instalments on the 10th, of a year that staff say costs 305.05. */
class PlansTests extends PlanScene {

    private static final String YEAR = "305.05";
    private static final PlanFilter RUNNING = new PlanFilter(PlanFilter.State.RUNNING, "");

    @Test
    void what_is_looked_at_adds_up_begins_after_the_cut_off_and_is_kept_nowhere() {
        var draft = draft(YEAR);

        assertThat(draft.instalments().total()).isEqualTo(euros("305.05"));
        assertThat(draft.instalments().all()).hasSize(10);
        assertThat(draft.instalments().firstDay()).isAfterOrEqualTo(today.plusDays(15));
        assertThat(found()).isEmpty();
    }

    @Test
    void a_year_costs_what_was_billed_where_no_tariff_says_it_and_nobody_guesses() {
        assertThatThrownBy(() -> in(() -> plans.draft(ANNE, agreement, new PlanOrder(10, Optional.empty()))))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("amount-unknown");

        billedAMonthAgo();

        assertThat(in(() -> plans.offer(ANNE, agreement)).year())
                .contains(new YearlyAmount(euros("211.00"), PlanBasis.BILLED, null));

        bill("200.00", "ACTUAL", 181, today.minusYears(1));
        bill("-50.00", "CREDIT_NOTE");
        assertThat(in(() -> plans.offer(ANNE, agreement)).year())
                .map(YearlyAmount::amount)
                .as("of twelve months, less what was credited")
                .contains(euros("161.00"));
        bill("-170.00", "CREDIT_NOTE");
        assertThat(in(() -> plans.offer(ANNE, agreement)).year()).isEmpty();
    }

    @Test
    void what_is_credited_of_a_service_or_of_an_earlier_year_takes_nothing_off_what_was_billed() {
        var use = bill("300.00", "ACTUAL", 365, today.minusDays(20));
        takeBack(bill("80.00", "ONE_OFF"), "80.00");
        takeBack(bill("400.00", "ACTUAL", 365, today.minusDays(385)), "400.00");
        assertThat(billed()).isEqualTo(euros("300.00"));

        takeBack(use, "30.00");
        assertThat(billed()).isEqualTo(euros("270.00"));
    }

    /** The bill of this June comes some days sooner than that of last June did. */
    @Test
    void three_bills_of_half_a_year_within_twelve_months_are_no_year_and_a_half() {
        bill("150.00", "ACTUAL", 183, today.minusDays(364));
        bill("150.00", "ACTUAL", 182, today.minusDays(182));
        assertThat(billed()).isEqualTo(euros("300.00"));

        bill("150.00", "ACTUAL", 182);
        assertThat(billed()).as("450.00 of 547 days").isEqualTo(euros("300.27"));
    }

    private Money billed() {
        return in(() -> plans.offer(ANNE, agreement)).year().orElseThrow().amount();
    }

    @Test
    void a_plan_is_agreed_once_however_often_and_by_however_many_it_is_asked_for() throws Exception {
        var draft = draft(YEAR);
        atOnce(() -> assertThat(agree(draft)).isEqualTo(draft.id()));

        assertThat(in(() -> database.sql("select count(*) from instalment where plan_id = ?")
                        .param(draft.id().value())
                        .query(Long.class)
                        .single()))
                .isEqualTo(10);
        assertThat(audited(draft.id())).containsExactly("plan.agreed 305.05 in 10");
        assertThat(in(() -> database.sql("select actor from audit_entry where subject = ?")
                        .param("plan:" + draft.id().value())
                        .query(String.class)
                        .list()))
                .containsExactly(ANNE.actor());
    }

    @Test
    void what_nobody_has_looked_at_is_not_agreed() {
        var seen = draft(YEAR);
        var other = new PlanDraft(
                seen.id(),
                seen.contract(),
                seen.holder(),
                seen.order(),
                seen.year(),
                seen.carried(),
                new Instalments(seen.instalments().all().subList(0, 2)));

        assertThatThrownBy(() -> agree(other)).isInstanceOf(PlanRefused.class).hasMessageContaining("changed");
        assertThat(found()).isEmpty();
    }

    @Test
    void an_agreement_that_is_over_gets_no_plan() {
        update("update agreement set ended_on = ? where id = ?", today.minusDays(1), agreement.value());

        assertThatThrownBy(() -> draft(YEAR)).isInstanceOf(PlanRefused.class).hasMessageContaining("agreement-over");
    }

    @Test
    void who_names_the_plan_of_another_agreement_changes_nothing() {
        var id = agreeLongAgo("300.00");
        bill("300.00", "ACTUAL", 181);
        var seen = yearEnd().orElseThrow();
        var draft = new PlanDraft(
                id, "", "", new PlanOrder(10, Optional.empty()), plan().year(), Money.zero(), seen.after());
        agreement = in(() -> new Rows(database).agreement());

        assertThatThrownBy(() -> settle(id, seen)).isInstanceOf(PlanRefused.class);
        assertThatThrownBy(() -> close(id)).isInstanceOf(PlanRefused.class);
        assertThatThrownBy(() -> agree(draft)).isInstanceOf(PlanRefused.class);
    }

    @Test
    void a_year_of_nothing_is_no_year() {
        assertThatThrownBy(() -> draft("0.00")).isInstanceOf(PlanRefused.class).hasMessageContaining("amount-unknown");
    }

    @Test
    void the_day_of_the_utility_says_what_is_in_time(
            @Autowired TrialPlaces places,
            @Autowired LeakedTimes leaks,
            @Autowired YearlyAmounts amounts,
            @Autowired CarriedPlans carried,
            @Autowired Tenants tenants) {
        var night = Clock.fixed(Instant.parse("2027-01-26T23:30:00Z"), ZoneId.of("Europe/Paris"));
        var drafts = new PlanDrafts(places, leaks, amounts, carried, tenants, night);
        var order = new PlanOrder(10, Optional.of(euros(YEAR)));

        var draft = in(() -> drafts.draft(new PlanId(UUID.randomUUID()), agreement, order));

        assertThat(draft.instalments().firstDay())
                .as("10 February is 14 days after the 27th")
                .isEqualTo("2027-03-10");
    }

    @Test
    void an_agreement_has_one_plan_at_a_time() {
        var second = draft(YEAR);
        var first = agree(YEAR);

        assertThatThrownBy(() -> agree(second)).isInstanceOf(PlanRefused.class).hasMessageContaining("runs-already");
        assertThatThrownBy(() -> draft(YEAR)).isInstanceOf(PlanRefused.class);

        close(first);
        agree(second);
        assertThat(plan().id()).as("the one that runs").isEqualTo(second.id());
        close(second.id());
        assertThat(agree(YEAR)).isNotEqualTo(first);
    }

    @Test
    void once_the_year_is_billed_the_rules_say_what_becomes_of_the_difference() {
        agree(YEAR);
        receive("305.05");
        assertThat(yearEnd()).isEmpty();

        var invoice = in(() -> new Rows(database).invoice(agreement, euros("330.00"), euros("18.15")));
        update("update invoice set issued_on = ? where id = ?", today.plusDays(1), invoice.value());
        in(() -> ledger.post(LedgerEntry.invoice(invoice, agreement, today, euros("330.00"), euros("18.15"))));

        var end = yearEnd().orElseThrow();
        assertThat(end.outcome()).isEqualTo(YearEnd.Outcome.EXTRA_INSTALMENTS);
        assertThat(end.after().total()).isEqualTo(euros("348.15"));
    }

    @Test
    void an_invoice_of_the_day_of_the_agreement_is_of_the_year_before() {
        agree(YEAR);
        bill("330.00", "ACTUAL");

        assertThat(yearEnd()).isEmpty();
    }

    @Test
    void where_no_plans_are_offered_there_is_none() {
        var rob = staff(Utilities.SIEGVO, StaffRole.BILLER);
        var there = TenantContext.callAs(
                Utilities.SIEGVO, () -> transaction.execute(status -> new Rows(database).agreement()));
        var order = new PlanOrder(10, Optional.of(euros(YEAR)));

        assertThatThrownBy(() -> TenantContext.callAs(Utilities.SIEGVO, () -> plans.draft(rob, there, order)))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("not-offered");
    }

    @Test
    void who_does_not_bill_here_looks_and_changes_nothing() {
        var draft = draft(YEAR);
        var id = agree(draft);
        var revision = in(() -> plans.revision(ANNE, agreement, euros("400.00"), today));
        var plan = plan();
        var agent = staff(UTILITY, StaffRole.AGENT);
        var elsewhere = staff(Utilities.SIEGVO, StaffRole.ADMINISTRATOR);

        assertThat(in(() -> plans.find(agent, agreement))).contains(plan);
        Stream.<Runnable>of(
                        () -> plans.offer(agent, agreement),
                        () -> plans.draft(agent, agreement, draft.order()),
                        () -> plans.agree(agent, agreement, draft),
                        () -> plans.revision(agent, agreement, euros("400.00"), today),
                        () -> plans.revise(agent, agreement, revision),
                        () -> plans.close(agent, agreement, id, PlanClosing.WISH),
                        () -> plans.find(elsewhere, agreement),
                        () -> plans.yearEnd(elsewhere, plan),
                        () -> plans.isToBeEnded(elsewhere, plan),
                        () -> plans.refund(elsewhere, agreement),
                        () -> plans.list(elsewhere, RUNNING, 0))
                .forEach(act -> assertThatThrownBy(() -> in(act)).isInstanceOf(RoleMissing.class));
        assertThat(plan()).isEqualTo(plan);
    }
}
