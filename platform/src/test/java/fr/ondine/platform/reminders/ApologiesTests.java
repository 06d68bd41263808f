package fr.ondine.platform.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Excuses for letters that should not have been sent. */
class ApologiesTests extends RemindersScene {

    @Autowired
    Apologies apologies;

    @Autowired
    ReminderPaper paper;

    @Test
    void excuses_for_a_letter_are_sent_once_and_it_counts_no_more() {
        var reader = UUID.randomUUID() + "@exemple.fr";
        var debtor = debtor("94.95", 20, reader);
        var other = debtor("30.00", 20, null);
        send(prepared());
        var letter = in(() -> accounts.history(ANNE, debtor)).getFirst().id();

        assertThatThrownBy(() -> in(() -> apologies.send(ANNE, other, letter, "")))
                .as("another's letter")
                .isInstanceOf(ApologyRefused.class);
        assertThatThrownBy(() -> in(() -> apologies.send(ANNE, debtor, letter, "x".repeat(601))))
                .isInstanceOf(ApologyRefused.class);
        assertThatThrownBy(() -> in(() -> apologies.send(staff(StaffRole.AGENT), debtor, letter, "")))
                .isInstanceOf(RoleMissing.class);
        var sent = in(() -> apologies.send(ANNE, debtor, letter, "Votre virement nous était parvenu."));
        assertThatThrownBy(() -> in(() -> apologies.send(ANNE, debtor, letter, "")))
                .isInstanceOf(ApologyRefused.class);

        var mail = caught.await(reader, one -> one.subject().startsWith("Nos excuses"));
        assertThat(mail.plain())
                .contains("94,95", "nous vous prions de nous en excuser", "Votre virement nous était parvenu.");
        assertThat(in(() -> accounts.history(ANNE, debtor)))
                .extracting(SentReminder::apology, SentReminder::isExcusable)
                .containsExactly(tuple(sent, false));
        assertThat(in(() -> accounts.lastOf(new InvoiceId(invoiceOf(debtor).value()))))
                .isEmpty();
        assertThat(of(prepared(), debtor))
                .as("not at once again")
                .extracting(BatchLetter::reason)
                .containsExactly("TOO_SOON");
    }

    @Test
    void excuses_go_on_paper_where_no_mail_reaches_and_not_for_what_was_recalled() throws Exception {
        var debtor = debtor("94.95", 20, null);
        var batch = prepared();
        send(batch);
        var letter = in(() -> accounts.history(ANNE, debtor)).getFirst().id();

        var sent = in(() -> apologies.send(ANNE, debtor, letter, ""));
        var pdf = in(() -> paper.apology(ANNE, sent.id())).orElseThrow();

        assertThat(sent.byMail()).isFalse();
        try (var document = Loader.loadPDF(pdf.bytes())) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Martin", "Nous vous présentons nos excuses")
                    .doesNotContain("Total à régler");
        }
        assertThat(in(() -> paper.apology(ANNE, new ApologyId(UUID.randomUUID()))))
                .isEmpty();
        var recalled = debtor("20.00", 20, null);
        var next = prepared();
        send(next);
        in(() -> desk.recall(ANNE, next));
        var taken = in(() -> accounts.history(ANNE, recalled)).getFirst().id();
        assertThatThrownBy(() -> in(() -> apologies.send(ANNE, recalled, taken, "")))
                .isInstanceOf(ApologyRefused.class);
    }
}
