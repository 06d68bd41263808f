package fr.ondine.platform.leaks;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.platform.runs.BilledStay.SPRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.plans.ManagedPlans;
import fr.ondine.platform.plans.PlanOrder;
import fr.ondine.platform.plans.PlannedPayment;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.runs.RunKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the reading that shows a leak to the last cent. */
class LeakYearTests extends LeakYearScene {

    /** Of plans, which are of today. */
    @Autowired
    Clock platform;

    @Autowired
    ManagedPlans plans;

    @Test
    void a_leak_is_seen_told_certified_and_relieved_and_whoever_is_late_pays_it_all() {
        the("2026-06-29", "the meters are read, and nobody of either household has an address to write to");
        for (var household : List.of(quick, slow)) {
            household.isRead(READ, 300);
            household.in(() -> taken(household));
            assertThat(file(household).state()).isEqualTo(LeakState.DETECTED);
            assertThat(file(household).volume().litres()).isEqualTo(200_000);
            assertThat(file(household).mean().litres()).as("179 of 365 days").isEqualTo(49_041);
            assertThat(file(household).notice()).isEmpty();
        }

        the("2026-07-01", "the invoice tells them, and a month begins");
        for (var household : List.of(quick, slow)) {
            household.isBilled(RunKind.ACTUAL, SPRING);
            assertThat(file(household).state()).isEqualTo(LeakState.AWAITING);
            assertThat(file(household).notice())
                    .hasValueSatisfying(told -> assertThat(told.on()).isEqualTo(clock.today))
                    .hasValueSatisfying(told -> assertThat(told.channel()).isEqualTo(NoticeChannel.INVOICE))
                    .hasValueSatisfying(told -> assertThat(told.answerBy()).isEqualTo(LocalDate.of(2026, 8, 1)));
            assertThat(owed(household)).isEqualTo(euros("441.10"));
        }

        the("2026-07-20", "one pays a part while the plumber digs");
        pays(quick, "100.00");
        assertThat(owed(quick)).isEqualTo(euros("341.10"));
        assertThat(quick.in(() -> desk.preview(BERNARD, id(quick), false))).isEmpty();

        the("2026-08-01", "the last day: one claims the contract with the invoice, and sends a photograph");
        var person = claims(quick);
        does(quick, id -> leaks.certify(person, id, REPAIR, PHOTO));
        assertThat(file(quick).state()).isEqualTo(LeakState.RECEIVED);
        assertThat(file(quick).isCertifiedLate()).isFalse();

        the("2026-08-03", "the other one's comes by post, two days too late");
        does(slow, id -> desk.enter(BERNARD, id, REPAIR, clock.today));
        assertThat(file(slow).isCertifiedLate()).isTrue();

        the("2026-08-10", "both are decided");
        does(quick, id -> desk.check(BERNARD, file(quick)));
        var effect = quick.in(() -> desk.preview(BERNARD, id(quick), false)).orElseThrow();
        assertThat(effect.water().litres()).as("twice the mean").isEqualTo(98_082);
        assertThat(effect.sewerage().litres()).as("the mean").isEqualTo(49_041);
        assertThat(effect.total()).as("101.918 m³ of 200 at 2 €, and 5.5 % VAT").isEqualTo(euros("215.05"));
        does(quick, id -> desk.grant(BERNARD, id, false, effect.total(), ""));
        assertThatThrownBy(() -> does(slow, id -> desk.grant(BERNARD, id, false, effect.total(), "")))
                .isInstanceOf(LeakRefused.class);
        does(slow, id -> desk.refuse(BERNARD, file(slow), "L'attestation est arrivée après le 1er août."));

        assertThat(file(quick).state()).isEqualTo(LeakState.CREDITED);
        assertThat(credited(quick)).containsExactly("2026-08-10 CONSO -101.918 -203.84 of -215.05");
        assertThat(owed(quick)).as("441.10 less 100.00 and 215.05").isEqualTo(euros("126.05"));
        assertThat(file(slow).state()).isEqualTo(LeakState.REFUSED);
        assertThat(credited(slow)).isEmpty();
        assertThat(owed(slow)).isEqualTo(euros("441.10"));
        assertThat(happened(quick))
                .as("mails are of today, whatever the story says")
                .containsExactlyInAnyOrder(
                        LeakEvent.What.DETECTED,
                        LeakEvent.What.TOLD_BY_INVOICE,
                        LeakEvent.What.CERTIFIED,
                        LeakEvent.What.CHECKED,
                        LeakEvent.What.GRANTED,
                        LeakEvent.What.ANSWERED_BY_MAIL);
    }

    /** Twice 441.10 a year was to be paid in ten months; of the leak it is twice 226.05. */
    @Test
    void the_plan_of_a_household_is_revised_to_what_is_due_after_the_leak_and_keeps_what_was_paid() {
        the("2026-07-01", "the invoice of a leak is issued");
        quick.isRead(READ, 300);
        quick.isBilled(RunKind.ACTUAL, SPRING);
        var agreement = quick.agreement();
        quick.in(() -> plans.agree(
                BERNARD, agreement, plans.draft(BERNARD, agreement, new PlanOrder(10, Optional.of(euros("882.20"))))));
        quick.in(() -> ledger.post(LedgerEntry.payment(
                UUID.randomUUID(), agreement, Receipt.BANK, LocalDate.now(platform), euros("88.22"), Map.of())));

        the("2026-07-20", "it is relieved");
        var person = claims(quick);
        does(quick, id -> leaks.certify(person, id, REPAIR, PHOTO));
        does(quick, id -> desk.grant(BERNARD, id, false, euros("215.05"), ""));

        var from = quick.in(() -> plans.find(BERNARD, agreement))
                .orElseThrow()
                .next(LocalDate.now(platform))
                .orElseThrow();
        var revision = quick.in(() -> plans.revision(BERNARD, agreement, euros("452.10"), from.dueOn()));
        does(quick, id -> plans.revise(BERNARD, agreement, revision));

        var plan = quick.in(() -> plans.find(BERNARD, agreement)).orElseThrow();
        assertThat(plan.total()).isEqualTo(euros("452.10"));
        assertThat(plan.paid()).isEqualTo(euros("88.22"));
        assertThat(plan.payments().getFirst().paid()).isEqualTo(euros("88.22"));
        assertThat(plan.payments().stream().map(PlannedPayment::left).reduce(Money.zero(), Money::plus))
                .as("to the cent")
                .isEqualTo(euros("363.88"));
    }
}
