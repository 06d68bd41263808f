package fr.ondine.platform.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.notifications.MailOutcome;
import fr.ondine.tenantconfig.ReminderStep;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** A reminder that nobody could read asked for nothing. */
class ReturnedMailsTests extends RemindersScene {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Apologies apologies;

    @Autowired
    ReminderPaper paper;

    @Test
    void what_a_mail_that_came_back_asked_for_is_asked_on_paper_at_once_and_not_formally() {
        var reader = address();
        var debtor = debtor("20.00", 39, reader);
        send(prepared());
        caught.await(reader);
        in(() -> database.sql("update invoice set due_on = ? where agreement_id = ?")
                .params(today.minusDays(40), debtor.value())
                .update());

        comesBack(letterOf(debtor).id(), reader);

        assertThat(of(prepared(), debtor))
                .extracting(BatchLetter::step, BatchLetter::state, BatchLetter::byMail, BatchLetter::byPaper)
                .containsExactly(tuple(ReminderStep.REMINDER, LetterState.PROPOSED, false, true));
    }

    @Test
    void it_is_seen_in_its_batch_and_in_the_history_and_asks_for_no_excuses() {
        var reader = address();
        var debtor = debtor("20.00", 20, reader);
        var other = debtor("20.00", 20, address());
        var batch = prepared();
        send(batch);

        comesBack(letterOf(debtor).id(), reader);

        assertThat(of(batch, debtor, other))
                .extracting(BatchLetter::agreement, BatchLetter::state, BatchLetter::isReturned)
                .containsExactlyInAnyOrder(
                        tuple(debtor, LetterState.SENT, true), tuple(other, LetterState.SENT, false));
        assertThat(in(() -> desk.counts(ANNE, batch)))
                .filteredOn(BatchCount::isReturned)
                .extracting(BatchCount::count)
                .containsExactly(1);
        assertThat(letterOf(debtor))
                .extracting(SentReminder::isReturned, SentReminder::isExcusable)
                .containsExactly(true, false);
        assertThat(letterOf(other))
                .extracting(SentReminder::isReturned, SentReminder::isExcusable)
                .containsExactly(false, true);
        assertThatThrownBy(() ->
                        in(() -> apologies.send(ANNE, debtor, letterOf(debtor).id(), "")))
                .isInstanceOf(ApologyRefused.class);
        assertThat(in(() -> accounts.lastOf(new InvoiceId(invoiceOf(debtor).value()))))
                .isEmpty();
        assertThat(audited(letterOf(debtor).id())).containsExactly("system reminder.returned");
    }

    @Test
    void a_letter_that_went_on_paper_too_stands() {
        var reader = address();
        var debtor = debtor("20.00", 20, reader);
        send(prepared());
        in(() -> database.sql("update reminder_letter set by_paper = true where agreement_id = ?")
                .param(debtor.value())
                .update());

        comesBack(letterOf(debtor).id(), reader);

        assertThat(letterOf(debtor))
                .extracting(SentReminder::isReturned, SentReminder::isExcusable)
                .containsExactly(true, true);
        assertThat(of(prepared(), debtor)).extracting(BatchLetter::reason).containsExactly("ALREADY_SENT");
    }

    @Test
    void a_letter_on_paper_or_one_that_was_recalled_is_not_concerned() {
        var printed = debtor("20.00", 20, null);
        var batch = prepared();
        send(batch);
        in(() -> desk.recall(ANNE, batch));

        comesBack(letterOf(printed).id(), address());
        comesBack(new LetterId(UUID.randomUUID()), address());

        assertThat(letterOf(printed).isReturned()).isFalse();
        assertThat(audited(letterOf(printed).id())).isEmpty();
    }

    @Test
    void excuses_whose_mail_came_back_go_on_paper() {
        var reader = address();
        var debtor = debtor("20.00", 20, reader);
        send(prepared());
        var sent = in(() -> apologies.send(ANNE, debtor, letterOf(debtor).id(), ""));
        assertThat(sent.byMail()).isTrue();

        comesBack(new LetterId(sent.id().value()), reader);

        assertThat(letterOf(debtor).apology()).extracting(Apology::byMail).isEqualTo(false);
        assertThat(letterOf(debtor).isReturned())
                .as("the letter itself arrived")
                .isFalse();
        assertThat(in(() -> paper.apology(ANNE, sent.id()))).isPresent();
    }

    private SentReminder letterOf(AgreementId agreement) {
        return in(() -> accounts.history(ANNE, agreement)).getFirst();
    }

    private void comesBack(LetterId letter, String address) {
        in(() -> {
            events.publishEvent(new MailOutcome(UTILITY, "reminder", letter.value(), false));
            return database.sql("insert into bounced_address values (?, now(), '550')")
                    .param(address)
                    .update();
        });
    }

    private List<String> audited(LetterId letter) {
        return in(() -> database.sql("select actor || ' ' || action from audit_entry where subject = ?")
                .param("reminder:" + letter.value())
                .query(String.class)
                .list());
    }

    private static String address() {
        return UUID.randomUUID() + "@exemple.fr";
    }
}
