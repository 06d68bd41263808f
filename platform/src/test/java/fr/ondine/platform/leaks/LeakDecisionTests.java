package fr.ondine.platform.leaks;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.platform.runs.BilledStay.SPRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.credits.CreditOrder;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.AgreementLock;
import fr.ondine.platform.runs.RunKind;
import fr.ondine.testing.PlatformTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is relieved of what, once and to the cent. */
@PlatformTest
class LeakDecisionTests extends LeakScene {

    @Test
    void a_certificate_in_time_is_relieved_to_the_cent_and_once() {
        billed(200);
        certify("2026-08-01");
        assertThat(file().certificate().orElseThrow().scan()).isEqualTo(Scan.NOT_SCANNED);

        stay.in(() -> {
            desk("2026-08-03").check(BERNARD, file());
            return true;
        });
        assertThatThrownBy(() -> certify("2026-07-21")).as("found right").isInstanceOf(LeakRefused.class);
        grant("2026-08-03", false, "215.05");

        assertThat(file().state()).isEqualTo(LeakState.CREDITED);
        assertThat(note()).isEqualTo("CREDIT_NOTE -203.84 -11.21");
        assertThat(line()).as("98.082 of 200 m³ are due").isEqualTo("CONSO -101.918 2.000000 -203.84");
        assertThat(owed()).isEqualTo(euros("226.05"));
        assertThatThrownBy(() -> grant("2026-08-03", false, "215.05")).isInstanceOf(LeakRefused.class);
        assertThatThrownBy(() -> certify("2026-08-04")).isInstanceOf(LeakRefused.class);
        assertThat(caught.await(
                                person.value() + "@exemple.fr",
                                mail -> mail.subject().contains("réduite"))
                        .plain())
                .contains("215,05");
    }

    @Test
    void what_came_while_somebody_looked_at_the_file_is_not_judged_without_being_looked_at() {
        billed(200);
        var without = file();
        certify("2026-07-20");
        assertThatThrownBy(() -> stay.in(() -> desk("2026-08-03").refuse(BERNARD, without, "Rien reçu.")))
                .isInstanceOfSatisfying(
                        LeakRefused.class, one -> assertThat(one.code()).isEqualTo("leaks.outdated"));
        assertThat(file().state()).isEqualTo(LeakState.RECEIVED);

        var first = file();
        certify("2026-07-21");
        assertThatThrownBy(() -> does(id -> desk("2026-08-03").check(BERNARD, first)))
                .isInstanceOf(LeakRefused.class);
        assertThat(file().state()).isEqualTo(LeakState.RECEIVED);
        does(id -> desk("2026-08-03").check(BERNARD, reader.get(id)));
        assertThat(file().state()).isEqualTo(LeakState.CHECKED);

        var checked = file();
        assertThat(stay.in(() -> desk("2026-08-03").refuse(BERNARD, checked, "Une chasse d'eau.")))
                .isTrue();
    }

    @Test
    void sewerage_that_is_a_contract_of_its_own_is_relieved_with_the_water() {
        var sewerage = stay.in(this::sewerage);
        billed(200);
        certify("2026-07-20");

        grant("2026-08-03", false, "533.58"); // and 400.00 less 98.08, with VAT 318.53

        assertThat(stay.in(
                        () -> database.sql("select net_amount || ' ' || vat_amount from invoice where agreement_id = ?"
                                        + " and kind = 'CREDIT_NOTE'")
                                .param(sewerage)
                                .query(String.class)
                                .list()))
                .as("49.041 of 200 m³ are due")
                .containsExactly("-301.92 -16.61");
        assertThat(owed()).isEqualTo(euros("226.05"));
    }

    @Test
    void sewerage_that_is_billed_after_the_decision_is_relieved_when_it_comes() {
        billed(200);
        certify("2026-07-20");
        assertThat(open()).hasSize(1);
        grant("2026-06-30", false, "215.05");
        assertThat(open()).isEmpty();
        var sewerage = stay.in(this::sewerage);
        stay.isBilled(RunKind.ACTUAL, SPRING);

        assertThat(owed(sewerage)).isEqualTo(euros("441.10"));
        assertThat(open()).as("found again among those that are open").hasSize(1);
        grant("2026-07-05", false, "318.53");

        assertThat(owed(sewerage)).isEqualTo(euros("122.57"));
        assertThat(owed()).isEqualTo(euros("226.05"));
        assertThat(open()).isEmpty();
        assertThatThrownBy(() -> grant("2026-07-05", false, "318.53")).isInstanceOf(LeakRefused.class);
    }

    @Test
    void so_is_sewerage_whose_invoice_bears_a_day_before_the_decision() {
        billed(200);
        certify("2026-07-20");
        grant("2026-07-21", false, "215.05");
        var sewerage = stay.in(this::sewerage);
        stay.isBilled(RunKind.ACTUAL, SPRING);

        assertThat(open()).hasSize(1);
        grant("2026-07-22", false, "318.53");

        assertThat(owed(sewerage)).isEqualTo(euros("122.57"));
    }

    /** The first one could not be read; the better one comes after the month. */
    @Test
    void a_refusal_is_taken_back_and_a_better_certificate_counts_from_the_day_of_the_first() {
        billed(200);
        certify("2026-07-20");
        refuse("L'attestation est illisible.");
        assertThatThrownBy(() -> certify("2026-08-10")).isInstanceOf(LeakRefused.class);

        does(id -> desk("2026-08-10").reopen(BERNARD, id, "Une meilleure attestation arrive."));
        assertThat(file().state()).isEqualTo(LeakState.RECEIVED);
        assertThat(file().decision()).isEmpty();
        assertThat(happened()).contains(LeakEvent.What.REOPENED);
        certify("2026-08-10");
        assertThat(file().isCertifiedLate()).isFalse();
        grant("2026-08-12", false, "215.05");

        assertThat(owed()).isEqualTo(euros("226.05"));
        assertThatThrownBy(() -> does(id -> desk("2026-08-13").reopen(BERNARD, id, "Encore")))
                .as("granted")
                .isInstanceOf(LeakRefused.class);
    }

    @Test
    void one_that_was_refused_before_it_was_billed_is_granted_on_that_invoice() {
        stay.isRead(READ, 300);
        taken();
        refuse("La fuite était sur un chauffe-eau.");
        stay.isBilled(RunKind.ACTUAL, SPRING);
        assertThat(file().invoice()).isEmpty();
        assertThatThrownBy(() -> does(id -> desk("2026-12-01").reopen(BERNARD, id, " ")))
                .as("without a reason")
                .isInstanceOf(LeakRefused.class);

        does(id -> desk("2026-12-01").reopen(BERNARD, id, "C'était bien une canalisation."));
        certify("2026-12-01");
        grant("2026-12-02", true, "215.05", "Refusée par erreur.");

        assertThat(owed()).isEqualTo(euros("226.05"));
    }

    @Test
    void a_grant_that_breaks_off_before_its_last_credit_note_is_known_leaves_nothing() {
        var sewerage = stay.in(this::sewerage);
        billed(200);
        certify("2026-07-20");

        assertThatThrownBy(() -> stay.in(() -> {
                    desk("2026-08-03", new BreakingOff(database, locks, documents))
                            .grant(BERNARD, id(), false, euros("533.58"), "");
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(file().state()).isEqualTo(LeakState.RECEIVED);
        assertThat(owed()).isEqualTo(euros("441.10"));
        assertThat(owed(sewerage)).isEqualTo(euros("441.10"));
        assertThat(notes()).isZero();
        grant("2026-08-03", false, "533.58");
        assertThat(notes()).isEqualTo(2);
        assertThat(owed()).isEqualTo(euros("226.05"));
        assertThat(owed(sewerage)).isEqualTo(euros("122.57"));
    }

    @Tag("long")
    @Test
    void what_comes_after_the_decision_may_break_off_too_and_nothing_was_decided() {
        billed(200);
        certify("2026-07-20");

        assertThatThrownBy(() -> stay.in(() -> {
                    desk("2026-08-03").grant(BERNARD, id(), false, euros("215.05"), "");
                    throw new IllegalStateException("the server stops");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(file().state()).isEqualTo(LeakState.RECEIVED);
        assertThat(owed()).isEqualTo(euros("441.10"));
        assertThat(notes()).isZero();
    }

    @Tag("long")
    @Test
    void who_grants_while_the_invoice_is_taken_back_whole_takes_nothing_back_twice() {
        billed(200);
        certify("2026-07-20");

        var both = List.of(
                CompletableFuture.runAsync(() -> grant("2026-08-03", false, "215.05")),
                CompletableFuture.runAsync(this::creditedWhole));
        both.forEach(one -> one.exceptionally(refused -> null).join());

        assertThat(ofAgreement()).isIn(Money.zero(), euros("226.05"));
        assertThat(stay.in(() -> database.sql("select sum(total_amount) from invoice where agreement_id = ?")
                        .param(stay.agreement().value())
                        .query(BigDecimal.class)
                        .single()))
                .isIn(new BigDecimal("0.00"), new BigDecimal("226.05"));
    }

    @Tag("long")
    /** The law says what is due in all: what was taken off before is part of that. */
    @ParameterizedTest
    @CsvSource({"100.00, 105.50, 109.55", "250.00, 263.75, "})
    void what_staff_took_off_before_is_not_taken_off_again(String net, String gross, @Nullable String rest) {
        billed(200);
        certify("2026-07-20");
        var order = new CreditOrder(Optional.of(Map.of(consumption(), euros(net))), "Geste commercial");
        does(id -> {
            var invoice = file().invoice().orElseThrow();
            credits.issue(BERNARD, invoice, order, credits.preview(BERNARD, invoice, order));
        });
        assertThat(owed()).isEqualTo(euros("441.10").minus(euros(gross)));

        if (rest == null) {
            assertThatThrownBy(() -> grant("2026-08-03", false, "0.00"))
                    .isInstanceOfSatisfying(
                            LeakRefused.class,
                            nothing -> assertThat(nothing.code()).isEqualTo("leaks.nothing-to-relieve"));
        } else {
            grant("2026-08-03", false, rest);
            assertThat(owed()).isEqualTo(euros("226.05"));
        }
    }

    private int consumption() {
        return stay.in(() -> database.sql("select position from invoice_line where invoice_id = ? and label = 'CONSO'")
                .param(stay.lastInvoice().value())
                .query(Integer.class)
                .single());
    }

    @Test
    void two_who_grant_at_once_take_back_once() {
        billed(200);
        certify("2026-07-20");

        var both = List.of(
                CompletableFuture.runAsync(() -> grant("2026-08-03", false, "215.05")),
                CompletableFuture.runAsync(() -> grant("2026-08-03", false, "215.05")));

        assertThat(both.stream().filter(one -> {
                    try {
                        one.join();
                        return true;
                    } catch (CompletionException refused) {
                        return !(refused.getCause() instanceof LeakRefused);
                    }
                }))
                .hasSize(1);
        assertThat(owed()).isEqualTo(euros("226.05"));
    }

    @Test
    void a_late_certificate_is_refused_by_the_law_and_granted_only_for_a_reason() {
        billed(200);
        certify("2026-08-02");

        assertThat(file().isCertifiedLate()).isTrue();
        assertThatThrownBy(() -> grant("2026-08-03", false, "215.05"))
                .isInstanceOfSatisfying(
                        LeakRefused.class, late -> assertThat(late.code()).isEqualTo("leaks.late"));
        assertThatThrownBy(() -> grant("2026-08-03", true, "215.05", " ")).isInstanceOf(LeakRefused.class);

        grant("2026-08-03", true, "215.05", "Hospitalisée en juillet");

        assertThat(owed()).isEqualTo(euros("226.05"));
        assertThat(stay.in(() -> database.sql("select detail from audit_entry where subject = ?")
                        .param("leak:" + id().value())
                        .query(String.class)
                        .list()))
                .containsExactly("Hospitalisée en juillet");
    }

    @Test
    void without_a_certificate_nothing_is_relieved_unless_nobody_was_told() {
        billed(200);
        assertThatThrownBy(() -> grant("2026-08-03", false, "215.05"))
                .isInstanceOfSatisfying(
                        LeakRefused.class, none -> assertThat(none.code()).isEqualTo("leaks.certificate-missing"));

        toldNobody();
        grant("2026-08-03", false, "215.05");

        assertThat(owed()).isEqualTo(euros("226.05"));
    }

    @Tag("long")
    @Test
    void a_refusal_has_a_reason_that_the_subscriber_is_told() {
        billed(200);
        certify("2026-07-20");

        assertThatThrownBy(() -> refuse(" ")).isInstanceOf(LeakRefused.class);
        refuse("La fuite était sur un chauffe-eau.");

        assertThat(file().state()).isEqualTo(LeakState.REFUSED);
        assertThat(owed()).isEqualTo(euros("441.10"));
        assertThat(caught.await(
                                person.value() + "@exemple.fr",
                                mail -> mail.subject().contains("Votre demande"))
                        .plain())
                .contains("La fuite était sur un chauffe-eau.");
    }

    @Tag("long")
    @Test
    void what_was_shown_is_what_is_granted() {
        billed(200);
        certify("2026-07-20");

        assertThatThrownBy(() -> grant("2026-08-03", false, "215.06"))
                .isInstanceOfSatisfying(
                        LeakRefused.class, other -> assertThat(other.code()).isEqualTo("leaks.changed"));
        assertThat(owed()).isEqualTo(euros("441.10"));
    }

    @Tag("long")
    @Test
    void sewerage_of_other_days_is_due_on_the_mean_of_as_many() {
        var sewerage = stay.in(this::sewerage);
        billed(200);
        certify("2026-07-20");
        stay.in(() -> database.sql("update invoice_meter set read_from = read_from + 30 where invoice_id in"
                        + " (select id from invoice where agreement_id = ?)")
                .param(sewerage)
                .update());

        assertThat(stay.in(() -> desk("2026-08-03").preview(BERNARD, id(), false))
                        .orElseThrow()
                        .total())
                .as("215.05, and 400.00 less 81.64 for 149 of 365 days, with VAT 335.87")
                .isEqualTo(euros("550.92"));
    }

    /** Stops after the second credit note is issued, before it is written down whose it is. */
    private static final class BreakingOff extends LeakStore {

        private int times;

        BreakingOff(JdbcClient database, AgreementLock locks, Documents documents) {
            super(database, locks, documents, clock("2026-08-03"));
        }

        @Override
        void relieved(LeakFileId id, UUID invoice, UUID note) {
            if (++times == 2) {
                throw new IllegalStateException("the server stops");
            }
            super.relieved(id, invoice, note);
        }
    }
}
