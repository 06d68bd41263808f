package fr.ondine.platform.plans;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.testing.Conformance;
import fr.ondine.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What subscribers see of the plan of their agreement, and do about it by themselves. */
class OwnPlansTests extends PlanScene {

    private static final String YEAR = "305.05";

    @Test
    void its_paper_says_each_date_and_amount_and_is_read_aloud() throws Exception {
        var person = reader();
        agree(YEAR);

        var pdf = in(() -> own.printed(person, agreement));

        Files.write(Path.of("target", "echeancier.pdf"), pdf.bytes());
        try (var document = Loader.loadPDF(pdf.bytes())) {
            var text = new PDFTextStripper().getText(document).replaceAll("[\\s\\h]+", " ");
            var w = new Writing(Locale.FRANCE);
            plan().payments()
                    .forEach(one -> assertThat(text)
                            .contains(w.date(one.dueOn()).replaceAll("\\h", " ") + " "
                                    + w.money(one.amount()).replaceAll("\\h", " ")));
            assertThat(text).contains("Martin", "Total de l'année 305,05 €", "1 rue des Sources");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(Conformance.ARCHIVE.faults(pdf.bytes())).isEmpty();
        assertThat(Conformance.ACCESSIBILITY.faults(pdf.bytes())).isEmpty();
    }

    @Test
    void its_paper_says_how_it_is_paid_and_keeps_the_account_from_whom_it_is_shared_with() throws Exception {
        var person = reader();
        var delegate = in(() -> delegate(person));
        agree(YEAR);
        var unpaid = text(in(() -> own.printed(person, agreement)));
        assertThat(in(() -> own.isPrintedHowToPay(person, agreement))).isFalse();

        in(() -> database.sql(
                        "insert into mandate (id, agreement_id, reference, creditor, holder, iban, iban_masked,"
                                + " signed_on) values (?, ?, 'RUM-42', 'FR48ZZZ227807', 'Martin', '\\x00', 'FR76 •••• 0185', ?)")
                .params(UUID.randomUUID(), agreement.value(), today.minusYears(1))
                .update());

        assertThat(in(() -> own.isPrintedHowToPay(person, agreement))).isTrue();
        assertThat(in(() -> own.isPrintedHowToPay(delegate, agreement))).isTrue();
        assertThat(unpaid).contains("Comment payer", "appelez le").doesNotContain("prélevé");
        assertThat(text(in(() -> own.printed(person, agreement))))
                .contains("sera prélevé à sa date sur votre compte FR76 •••• 0185, mandat RUM-42,"
                        + " identifiant du créancier (ICS) FR48ZZZ227807.");
        assertThat(text(in(() -> own.printed(delegate, agreement))))
                .contains("sera prélevé")
                .doesNotContain("0185", "RUM-42", "FR48ZZZ227807");
        assertThat(text(in(() -> plans.printed(ANNE, agreement)))).contains("mandat RUM-42");
    }

    @Test
    void a_subscriber_asks_for_a_plan_of_their_own_agreement_and_stops_it() {
        var person = reader();
        billedAMonthAgo();
        var stranger = in(() -> new Rows(database).user());
        var draft = in(() -> own.draft(person, agreement, 10));

        in(() -> own.agree(person, agreement, draft));

        var told = caught.await(person.value() + "@exemple.fr");
        assertThat(told.plain()).contains("21,10", "211,00");
        assertThat(told.link()).hasPath("/echeancier").hasQuery("contrat=" + agreement.value());
        assertThat(in(() -> own.running(person, agreement)).orElseThrow().total())
                .isEqualTo(euros("211.00"));
        assertThatThrownBy(() -> in(() -> own.running(stranger, agreement))).isInstanceOf(UnknownAgreement.class);
        assertThatThrownBy(() -> in(() -> own.agree(stranger, agreement, draft)))
                .isInstanceOf(UnknownAgreement.class);
        assertThatThrownBy(() -> stop(stranger, draft.id())).isInstanceOf(UnknownAgreement.class);
        stop(person, draft.id());
        assertThat(in(() -> own.running(person, agreement))).isEmpty();
    }

    @Test
    void everybody_to_whom_it_is_open_is_told_that_it_changes_and_that_it_ends() {
        var reader = reader().value() + "@exemple.fr";
        var id = agree(YEAR);
        in(() -> plans.revise(ANNE, agreement, plans.revision(ANNE, agreement, euros("400.00"), today)));
        caught.await(reader, mail -> mail.plain().contains("400,00"));

        close(id);
        caught.await(reader, mail -> mail.plain().contains("les mensualités sont terminées"));
    }

    @Test
    void a_subscriber_names_no_amount_and_no_day_that_is_not_offered() {
        var person = reader();
        var staffs = draft(YEAR);

        assertThatThrownBy(() -> in(() -> own.agree(person, agreement, staffs))).isInstanceOf(PlanRefused.class);
        assertThatThrownBy(() -> in(() -> own.draft(person, agreement, 11)))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("day-not-offered");
    }

    @Test
    void who_is_debited_by_the_month_already_gets_no_second_plan_online() {
        var person = reader();
        update("update agreement set payment_method = 'INSTALMENTS' where id = ?", agreement.value());

        assertThat(in(() -> own.offer(person, agreement)).isMade()).isFalse();
        assertThatThrownBy(() -> in(() -> own.draft(person, agreement, 10)))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("runs-already");
    }

    private void stop(UserId user, PlanId id) {
        in(() -> own.stop(user, agreement, id));
    }

    private UserId delegate(UserId holder) {
        var user = new Rows(database).user();
        database.sql("""
                        insert into delegation (id, agreement_id, customer_id, holder_id, delegate_id, may_pay, until,
                                                invited_at, open_until, accepted_at)
                        select gen_random_uuid(), id, customer_id, :holder, :user, false, current_date + 30,
                               now(), now(), now()
                          from agreement where id = :agreement""")
                .param("holder", holder.value())
                .param("user", user.value())
                .param("agreement", agreement.value())
                .update();
        return user;
    }

    private static String text(DocumentContent paper) throws IOException {
        try (var document = Loader.loadPDF(paper.bytes())) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\h]+", " ");
        }
    }
}
