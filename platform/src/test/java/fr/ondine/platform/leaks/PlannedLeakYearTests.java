package fr.ondine.platform.leaks;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.platform.runs.BilledStay.AUTUMN;
import static fr.ondine.platform.runs.BilledStay.SPRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.plans.ManagedPlans;
import fr.ondine.platform.plans.Plan;
import fr.ondine.platform.plans.PlanFilter;
import fr.ondine.platform.plans.PlanOrder;
import fr.ondine.platform.plans.PlanProposal;
import fr.ondine.platform.plans.PlannedPayment;
import fr.ondine.platform.plans.PlansAt;
import fr.ondine.platform.plans.YearEnd.Outcome;
import fr.ondine.platform.runs.BilledStay;
import fr.ondine.platform.runs.RunKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same year, which both households pay by the month: ten times 24.95, the last time a cent more. */
class PlannedLeakYearTests extends LeakYearScene {

    private ManagedPlans plans;

    @BeforeEach
    void plans_of_the_days_of_the_story() {
        plans = PlansAt.clock(clock, beans);
    }

    @Test
    void
            whoever_sends_the_certificate_in_time_has_a_plan_that_is_revised_and_the_other_pays_the_leak_at_the_years_end() {
        the("2026-01-05", "both agree to pay what a year usually costs, from February to November");
        for (var household : List.of(quick, slow)) {
            agree(household);
        }
        for (var day : List.of("2026-02-05", "2026-03-05", "2026-04-07", "2026-05-05", "2026-06-05")) {
            the(day, "both pay");
            pays(quick, "24.95");
            pays(slow, "24.95");
        }

        the("2026-06-29", "the meters are read: 200 m³, and 49 are usual");
        for (var household : List.of(quick, slow)) {
            household.isRead(READ, 300);
            household.in(() -> taken(household));
            assertThat(file(household).state()).isEqualTo(LeakState.DETECTED);
        }

        the("2026-07-01", "the invoice tells them, and a month begins");
        for (var household : List.of(quick, slow)) {
            household.isBilled(RunKind.ACTUAL, SPRING);
            assertThat(file(household).notice().orElseThrow().answerBy()).isEqualTo(LocalDate.of(2026, 8, 1));
        }
        for (var day : List.of("2026-07-06", "2026-08-05")) {
            the(day, "both pay");
            pays(quick, "24.95");
            pays(slow, "24.95");
        }

        the("2026-08-01", "a certificate comes on the last day");
        var person = claims(quick);
        does(quick, id -> leaks.certify(person, id, REPAIR, PHOTO));
        the("2026-08-03", "the other one comes two days too late");
        does(slow, id -> desk.enter(BERNARD, id, REPAIR, clock.today));

        the("2026-08-10", "one is granted, its credit note issued, and the plan is to be looked at again");
        assertThat(isToBeRevised(quick)).isFalse();
        does(quick, id -> desk.grant(BERNARD, id, false, euros("215.05"), ""));
        does(slow, id -> desk.refuse(BERNARD, file(slow), "L'attestation est arrivée après le 1er août."));
        assertThat(credited(quick)).containsExactly("2026-08-10 CONSO -101.918 -203.84 of -215.05");
        assertThat(isToBeRevised(quick)).isTrue();
        assertThat(isToBeRevised(slow)).isFalse();
        assertThat(proposal(slow)).isEmpty();

        var proposal = proposal(quick).orElseThrow();
        assertThat(proposal.credited()).isEqualTo(euros("215.05"));
        assertThat(proposal.billed()).as("441.10 less 215.05").isEqualTo(euros("226.05"));
        assertThat(proposal.days()).isEqualTo(181);
        assertThat(proposal.year())
                .as("226.05, and 184 of 365 days of 249.51, which are 125.78")
                .isEqualTo(euros("351.83"));

        the("2026-08-12", "staff agree with the payer to that");
        var revision = proposal(quick).orElseThrow().revision().orElseThrow();
        quick.in(() -> {
            plans.revise(BERNARD, quick.agreement(), revision);
            return revision;
        });
        assertThat(isToBeRevised(quick)).isFalse();
        assertThat(plan(quick).paid()).as("seven times 24.95").isEqualTo(euros("174.65"));
        assertThat(plan(quick).payments().subList(7, 10))
                .extracting(PlannedPayment::amount)
                .as("351.83 less 174.65, by three")
                .containsOnly(euros("59.06"));
        for (var day : List.of("2026-09-07", "2026-10-05", "2026-11-05")) {
            the(day, "both pay what their plans say");
            pays(quick, "59.06");
            pays(slow, day.equals("2026-11-05") ? "24.96" : "24.95");
        }

        the("2027-01-01", "the second half of the year is billed, 50 m³ as usual, and the year is settled by itself");
        for (var household : List.of(quick, slow)) {
            household.isRead(LocalDate.of(2026, 12, 29), 350);
            household.isBilled(RunKind.ACTUAL, AUTUMN);
        }
        await().untilAsserted(() -> assertThat(plan(quick).settled()).isEqualTo(Outcome.CARRIED));
        await().untilAsserted(() -> assertThat(plan(slow).settled()).isEqualTo(Outcome.EXTRA_INSTALMENTS));
        assertThat(plan(quick).toCome()).isEqualTo(Money.zero());
        assertThat(plan(slow).toCome()).as("441.10 and 124.91, less 249.51").isEqualTo(euros("316.50"));
    }

    @Test
    void staff_may_leave_a_plan_as_it_is() {
        the("2026-06-01", "somebody pays by the month");
        agree(quick);
        the("2026-07-01", "the invoice of a leak is issued");
        quick.isRead(READ, 300);
        quick.isBilled(RunKind.ACTUAL, SPRING);
        the("2026-07-20", "it is relieved");
        var person = claims(quick);
        does(quick, id -> leaks.certify(person, id, REPAIR, PHOTO));
        does(quick, id -> desk.grant(BERNARD, id, false, euros("215.05"), ""));
        var before = plan(quick);

        the("2026-07-21", "staff look at it");
        assertThat(isToBeRevised(quick)).isTrue();
        quick.in(() -> {
            plans.keep(BERNARD, quick.agreement(), before.id());
            return before;
        });

        assertThat(isToBeRevised(quick)).isFalse();
        assertThat(proposal(quick)).isEmpty();
        assertThat(plan(quick)).isEqualTo(before);
    }

    @Test
    @Tag("long")
    void a_plan_that_is_agreed_after_the_relief_knows_of_it() {
        the("2026-07-01", "the invoice of a leak is issued");
        quick.isRead(READ, 300);
        quick.isBilled(RunKind.ACTUAL, SPRING);
        the("2026-07-20", "it is relieved");
        var person = claims(quick);
        does(quick, id -> leaks.certify(person, id, REPAIR, PHOTO));
        does(quick, id -> desk.grant(BERNARD, id, false, euros("215.05"), ""));

        the("2026-07-21", "somebody pays by the month");
        agree(quick);

        assertThat(isToBeRevised(quick)).isFalse();
    }

    private void agree(BilledStay household) {
        var agreement = household.agreement();
        var order = new PlanOrder(5, Optional.of(euros("249.51")));
        household.in(() -> plans.agree(BERNARD, agreement, plans.draft(BERNARD, agreement, order)));
    }

    private Plan plan(BilledStay household) {
        return household.in(() -> plans.find(BERNARD, household.agreement()).orElseThrow());
    }

    private Optional<PlanProposal> proposal(BilledStay household) {
        return household.in(() -> plans.proposal(
                BERNARD, plans.find(BERNARD, household.agreement()).orElseThrow()));
    }

    private boolean isToBeRevised(BilledStay household) {
        return household
                .in(() -> plans.list(BERNARD, new PlanFilter(PlanFilter.State.TO_REVISE, ""), 0))
                .rows()
                .stream()
                .anyMatch(row -> row.plan().agreement().equals(household.agreement()));
    }
}
