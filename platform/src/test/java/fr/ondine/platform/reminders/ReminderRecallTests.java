package fr.ondine.platform.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.AgreementId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What has not left is taken back, what has left stands. */
class ReminderRecallTests extends RemindersScene {

    @Autowired
    ReminderPaper paper;

    @Autowired
    BatchLetters letters;

    @Test
    void papers_are_printed_one_a_page_and_can_be_recalled_until_then() throws Exception {
        var first = debtor("20.00", 20, null);
        debtor("30.00", 20, null);
        var batch = prepared();
        send(batch);

        assertThat(in(() -> desk.recall(ANNE, batch))).isGreaterThanOrEqualTo(2);
        assertThat(in(() -> paper.print(ANNE, batch, 0))).isEmpty();
        assertThat(in(() -> accounts.history(ANNE, first)))
                .extracting(SentReminder::isRecalled)
                .containsExactly(true);

        var again = prepared();
        assertThat(of(again, first))
                .as("a recalled letter counts no more")
                .extracting(BatchLetter::state)
                .containsExactly(LetterState.PROPOSED);
        send(again);
        var pdf = in(() -> paper.print(ANNE, again, 0)).orElseThrow();
        var printed = in(() -> desk.letters(ANNE, again, LetterFilter.GOING, 0)).rows().stream()
                .filter(BatchLetter::byPaper)
                .count();
        try (var document = Loader.loadPDF(pdf.bytes())) {
            assertThat(document.getNumberOfPages()).isEqualTo((int) printed);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Martin", "1 rue des Sources", "Total à régler");
        }
        java.nio.file.Files.createDirectories(java.nio.file.Path.of("target", "papers"));
        java.nio.file.Files.write(java.nio.file.Path.of("target", "papers", "relances.pdf"), pdf.bytes());
        in(() -> run(() -> desk.posted(ANNE, again)));
        assertThat(in(() -> desk.recall(ANNE, again))).as("posted").isZero();
        assertThat(in(() -> accounts.history(ANNE, first)))
                .extracting(SentReminder::isRecalled)
                .containsExactly(false, true);
    }

    @Test
    void no_letter_moves_to_a_part_that_was_printed_before_when_another_is_taken_back() {
        var all = List.of(debtor("20.00", 20, null), debtor("30.00", 20, null), debtor("40.00", 20, null));
        var batch = prepared();
        send(batch);
        var before = in(() -> letters.printed(batch, 0, 1_000));
        var count = in(() -> paper.letters(ANNE, batch));
        assertThat(before).hasSize(count);
        var place = before.indexOf(letterOf(all.get(1)).id());

        assertThat(protect(all.get(1))).isOne();
        assertThat(in(() -> letters.printed(batch, place, 1)))
                .as("it is printed no more")
                .isEmpty();
        assertThat(in(() -> letters.printed(batch, place + 1, 1_000)))
                .isEqualTo(before.subList(place + 1, before.size()));
        assertThat(in(() -> paper.letters(ANNE, batch))).isEqualTo(count);
    }

    @Test
    void a_mail_that_has_left_cannot_be_recalled_and_one_that_waits_can() {
        var gone = UUID.randomUUID() + "@exemple.fr";
        var sent = debtor("20.00", 20, gone);
        var waiting = debtor("20.00", 20, UUID.randomUUID() + "@exemple.fr");
        var batch = prepared();
        send(batch);
        caught.await(gone);
        waits(waiting);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> in(() -> database.sql("select count(*) from mail where source = ? and sent_at is not null")
                                .param(of(batch, sent).getFirst().id().value())
                                .query(Long.class)
                                .single())
                        == 1);

        in(() -> desk.recall(ANNE, batch));

        assertThat(in(() -> accounts.history(ANNE, sent)))
                .extracting(SentReminder::isRecalled)
                .containsExactly(false);
        assertThat(in(() -> accounts.history(ANNE, waiting)))
                .extracting(SentReminder::isRecalled)
                .containsExactly(true);
        assertThat(in(() -> accounts.lastOf(new InvoiceId(invoiceOf(waiting).value()))))
                .isEmpty();
    }

    @Test
    void a_mail_that_is_just_being_handed_over_stands_and_is_not_sent_a_second_time() {
        var debtor = debtor("20.00", 20, UUID.randomUUID() + "@exemple.fr");
        var batch = prepared();
        send(batch);
        waits(debtor);
        in(() -> database.sql("update mail set claimed_at = now() where source = ?")
                .param(letterOf(debtor).id().value())
                .update());

        in(() -> desk.recall(ANNE, batch));

        assertThat(letterOf(debtor).isRecalled()).isFalse();
        assertThat(of(prepared(), debtor)).extracting(BatchLetter::reason).containsExactly("ALREADY_SENT");
    }

    @Test
    void a_letter_that_goes_both_ways_is_taken_back_as_a_whole_or_not_at_all() {
        var posted = bothWays();
        in(() -> run(() -> desk.posted(ANNE, posted.batch())));
        assertThat(in(() -> desk.recall(ANNE, posted.batch()))).isZero();
        assertThat(letterOf(posted.agreement()).isRecalled()).isFalse();
        assertThat(mailOf(posted.agreement())).as("its mail goes on").isEqualTo("WAITS");

        var unposted = bothWays();
        assertThat(in(() -> desk.recall(ANNE, unposted.batch()))).isPositive();
        assertThat(letterOf(unposted.agreement()).isRecalled()).isTrue();
        assertThat(mailOf(unposted.agreement())).isEqualTo("WITHDRAWN");
    }

    @Test
    void a_notice_whose_reception_is_noted_is_not_taken_back_though_nobody_said_that_papers_are_posted() {
        var noticed = debtor("20.00", 20, null);
        var other = debtor("20.00", 20, null);
        var batch = prepared();
        send(batch);
        in(() -> database.sql("insert into registered_notice values (?, '1A 234', ?, now(), 'staff:x')")
                .params(letterOf(noticed).id().value(), today)
                .update());

        in(() -> desk.recall(ANNE, batch));

        assertThat(letterOf(noticed).isRecalled()).isFalse();
        assertThat(in(() -> accounts.lastOf(new InvoiceId(invoiceOf(noticed).value()))))
                .as("it counts")
                .isPresent();
        assertThat(letterOf(other).isRecalled()).isTrue();
    }

    @Test
    void a_letter_that_has_not_left_is_taken_back_once_its_household_is_protected() {
        var gone = UUID.randomUUID() + "@exemple.fr";
        var left = debtor("20.00", 20, gone);
        var mailed = debtor("20.00", 20, UUID.randomUUID() + "@exemple.fr");
        var printed = debtor("20.00", 20, null);
        var other = debtor("20.00", 20, null);
        var batch = prepared();
        send(batch);
        caught.await(gone);
        leaves(left);
        waits(mailed);

        assertThat(protect(left)).as("its mail has left").isZero();
        assertThat(protect(mailed)).isOne();
        assertThat(protect(printed)).isOne();
        assertThat(protect(printed)).as("again").isZero();

        assertThat(letterOf(left).isRecalled()).isFalse();
        assertThat(letterOf(mailed).isRecalled()).isTrue();
        assertThat(mailOf(mailed)).isEqualTo("WITHDRAWN");
        assertThat(letterOf(printed).isRecalled()).isTrue();
        assertThat(in(() -> accounts.lastOf(new InvoiceId(invoiceOf(printed).value()))))
                .as("it counts no more")
                .isEmpty();
        assertThat(letterOf(other).isRecalled()).isFalse();
        assertThat(in(() -> database.sql("select action from audit_entry where subject = ?")
                        .param("reminder:" + letterOf(printed).id().value())
                        .query(String.class)
                        .list()))
                .containsExactly("reminder.removed");
    }

    @Test
    void so_is_one_that_asks_for_an_invoice_in_dispute_and_none_that_was_posted() {
        var disputed = debtor("20.00", 20, null);
        var batch = prepared();
        send(batch);

        assertThat(dispute(disputed)).isOne();
        assertThat(letterOf(disputed).isRecalled()).isTrue();
        assertThat(of(batch, disputed)).extracting(BatchLetter::state).containsExactly(LetterState.RECALLED);

        var posted = debtor("20.00", 20, null);
        var again = prepared();
        send(again);
        in(() -> run(() -> desk.posted(ANNE, again)));
        assertThat(dispute(posted)).isZero();
        assertThat(letterOf(posted).isRecalled()).isFalse();

        var earlier = debtor("20.00", 20, null);
        send(prepared());
        send(prepared());
        assertThat(dispute(earlier)).as("another batch was sent since").isZero();
    }

    private int protect(AgreementId agreement) {
        return in(() -> accounts.protect(ANNE, agreement));
    }

    private int dispute(AgreementId agreement) {
        var invoice = new InvoiceId(invoiceOf(agreement).value());
        return in(() -> accounts.dispute(ANNE, agreement, invoice, "Relevé contesté", today.plusDays(9)));
    }

    private void leaves(AgreementId agreement) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> in(() -> database.sql("select count(*) from mail where source = ? and sent_at is not null")
                                .param(letterOf(agreement).id().value())
                                .query(Long.class)
                                .single())
                        == 1);
    }

    private record Sent(BatchId batch, AgreementId agreement) {}

    private Sent bothWays() {
        var debtor = debtor("20.00", 20, UUID.randomUUID() + "@exemple.fr");
        var batch = prepared();
        send(batch);
        waits(debtor);
        in(() -> database.sql("update reminder_letter set by_paper = true where agreement_id = ?")
                .param(debtor.value())
                .update());
        return new Sent(batch, debtor);
    }

    /** Its mail, which has left here, has not. */
    private void waits(AgreementId agreement) {
        var letter = letterOf(agreement).id();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> in(() -> database.sql("update mail set sent_at = null, claimed_at = null, plain = 'x'"
                                        + " where source = ? and sent_at is not null")
                                .param(letter.value())
                                .update())
                        == 1);
    }

    private String mailOf(AgreementId agreement) {
        return in(() -> database.sql("select case when withdrawn_at is null then 'WAITS' else 'WITHDRAWN' end from mail"
                        + " where source = ?")
                .param(letterOf(agreement).id().value())
                .query(String.class)
                .single());
    }

    private SentReminder letterOf(AgreementId agreement) {
        return in(() -> accounts.history(ANNE, agreement)).getFirst();
    }
}
