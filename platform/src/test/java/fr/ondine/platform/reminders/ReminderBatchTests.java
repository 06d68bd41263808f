package fr.ondine.platform.reminders;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.tenantconfig.ReminderStep;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

/** A batch is sent once, whatever happens. */
class ReminderBatchTests extends RemindersScene {

    @Autowired
    BatchWork work;

    @Autowired
    WrittenLetters letters;

    @Test
    void a_letter_is_sent_once_with_the_words_of_the_utility_and_is_in_the_history() {
        var reader = UUID.randomUUID() + "@exemple.fr";
        var debtor = debtor("94.95", 20, reader);
        var paid = debtor("94.95", 20, "p" + reader);
        var removed = debtor("94.95", 20, "r" + reader);
        var batch = prepared();
        pay(paid, "94.95");
        in(() ->
                run(() -> desk.remove(ANNE, batch, of(batch, removed).getFirst().id(), "Décès, héritiers à trouver")));

        send(batch);

        var mail = caught.await(reader);
        assertThat(mail.plain()).contains("94,95", "simple oubli", "Facture");
        assertThat(caught.to("p" + reader)).as("paid after the preview").isEmpty();
        assertThat(caught.to("r" + reader)).isEmpty();
        assertThat(of(batch, debtor, paid, removed))
                .extracting(BatchLetter::state, BatchLetter::reason)
                .containsExactlyInAnyOrder(
                        tuple(LetterState.SENT, null),
                        tuple(LetterState.DROPPED, "SETTLED"),
                        tuple(LetterState.REMOVED, "Décès, héritiers à trouver"));
        assertThat(in(() -> accounts.history(ANNE, debtor)))
                .extracting(SentReminder::step, SentReminder::sentOn, SentReminder::amount, SentReminder::byMail)
                .containsExactly(tuple(ReminderStep.REMINDER, today, euros("94.95"), true));
        assertThat(in(() -> accounts.lastOf(new InvoiceId(invoiceOf(debtor).value()))))
                .isPresent();
        assertThat(of(prepared(), debtor)).extracting(BatchLetter::reason).containsExactly("ALREADY_SENT");
    }

    @Test
    void a_letter_for_two_due_days_says_that_the_earlier_is_only_that_of_the_oldest_invoice() {
        var reader = UUID.randomUUID() + "@exemple.fr";
        var one = debtor("48.20", 30, "one" + reader);
        var two = debtor("48.20", 30, "two" + reader);
        in(() -> run(() -> owe(two, "297.85", 12)));
        var oldest = new Writing(Locale.FRANCE).date(today.minusDays(30));
        var batch = prepared();

        send(batch);

        assertThat(said(caught.await("one" + reader).plain()))
                .contains("48,20 € pour le contrat", ", attendu pour le " + oldest, "une question sur cette facture");
        var told = caught.await("two" + reader);
        assertThat(told.subject()).contains("346,05").doesNotContain("Une facture");
        assertThat(said(told.plain()))
                .contains(
                        ", soit plusieurs factures dont la plus ancienne était attendue pour le " + oldest + ".",
                        "une question sur ces factures")
                .doesNotContain("cette facture", "attendu pour");
        assertThat(written(batch, one).heading()).isEqualTo("reminder.first");
        assertThat(written(batch, two).heading()).isEqualTo("reminder.first.several");
    }

    @Test
    void a_rest_that_was_carried_is_in_the_table_with_the_day_that_the_text_says() {
        var debtor = debtor("3.00", 90, null);
        in(() -> database.sql(
                        "insert into instalment_plan (id, agreement_id, state, version, day, year_amount, basis, agreed_on,"
                                + " agreed_by, closed_on, closed_by, closing, settled_on, settled_left, outcome)"
                                + " values (gen_random_uuid(), ?, 'CLOSED', 1, 5, 200, 'STAFF', ?, 'a', ?, 'a', 'YEAR_END', ?, 3.00,"
                                + " 'CARRIED')")
                .params(debtor.value(), today.minusDays(200), today.minusDays(100), today.minusDays(100))
                .update());
        in(() -> run(() -> owe(debtor, "80.00", 20)));
        var batch = prepared();

        send(batch);

        var letter = written(batch, debtor);
        assertThat(letter.amount()).isEqualTo(euros("83.00"));
        assertThat(letter.lines())
                .extracting(WrittenReminder.Line::dueOn, WrittenReminder.Line::amount)
                .containsExactly(tuple(today.minusDays(20), euros("3.00")), tuple(today.minusDays(20), euros("80.00")));
        assertThat(in(() -> accounts.find(ANNE, debtor)).orElseThrow().open())
                .extracting(OpenInvoice::dueOn)
                .as("as staff look at them")
                .containsOnly(today.minusDays(20));
    }

    private WrittenReminder written(BatchId batch, AgreementId agreement) {
        return in(() -> letters.of(List.of(of(batch, agreement).getFirst().id())))
                .getFirst();
    }

    private static String said(String text) {
        return text.replaceAll("[\\s\\h]+", " ");
    }

    @Test
    void a_letter_gives_way_to_another_that_is_due_by_now_and_says_so() {
        var debtor = debtor("20.00", 45, UUID.randomUUID() + "@exemple.fr");
        var paid = debtor("20.00", 45, null);
        send(prepared());
        in(() -> database.sql("update reminder_letter set sent_on = ? where agreement_id in (?, ?)")
                .params(today.minusDays(20), debtor.value(), paid.value())
                .update());
        var batch = prepared();
        assertThat(of(batch, debtor, paid))
                .extracting(BatchLetter::step)
                .containsExactly(ReminderStep.FORMAL_NOTICE, ReminderStep.FORMAL_NOTICE);
        in(() -> database.sql("update reminder_debt set counts = false where counts and invoice_id = ?")
                .param(invoiceOf(debtor).value())
                .update());
        pay(paid, "20.00");

        send(batch);

        assertThat(of(batch, debtor, paid))
                .extracting(BatchLetter::agreement, BatchLetter::state, BatchLetter::reason)
                .containsExactlyInAnyOrder(
                        tuple(debtor, LetterState.DROPPED, "OTHER_LETTER"),
                        tuple(paid, LetterState.DROPPED, "SETTLED"));
        assertThat(in(() -> desk.counts(ANNE, batch)))
                .extracting(BatchCount::reason)
                .contains("OTHER_LETTER", "SETTLED");
        assertThat(in(() -> database.sql("select distinct reason from reminder_letter where state = 'DROPPED'")
                        .query(String.class)
                        .list()))
                .as("what the release before can read")
                .doesNotContain("OTHER_LETTER");
    }

    @Test
    void what_was_sent_cannot_be_sent_again_whatever_happens() {
        var debtor = debtor("20.00", 20, null);
        var batch = prepared();
        send(batch);
        var letter = of(batch, debtor).getFirst();
        in(() -> database.sql("update reminder_batch set state = 'SENDING' where id = ?")
                .param(batch.value())
                .update());

        TenantContext.runAs(UTILITY, () -> {
            while (work.goOn(batch)) {
                assertThat(batch).isNotNull();
            }
        });

        assertThat(in(() -> accounts.history(ANNE, debtor))).hasSize(1);
        assertThatThrownBy(() -> in(() -> database.sql("""
                        insert into reminder_debt (letter_id, invoice_id, step, amount, counts)
                        select l.id, ?, 'REMINDER', 1, true from reminder_letter l where l.id <> ? limit 1""")
                        .params(invoiceOf(debtor).value(), letter.id().value())
                        .update()))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void a_portion_whose_transaction_dies_leaves_nothing_behind_and_is_done_again() {
        var reader = UUID.randomUUID() + "@exemple.fr";
        var debtor = debtor("20.00", 20, reader);
        var batch = prepared();
        in(() -> database.sql(
                        "update reminder_batch set state = 'SENDING', sent_on = ?, reminder_text = 'Payez {montant}.'"
                                + " where id = ?")
                .params(today, batch.value())
                .update());

        assertThatThrownBy(() -> in(() -> {
                    work.goOn(batch);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(of(batch, debtor)).extracting(BatchLetter::state).containsExactly(LetterState.PROPOSED);
        TenantContext.runAs(UTILITY, () -> {
            while (work.goOn(batch)) {
                assertThat(batch).isNotNull();
            }
        });

        assertThat(caught.await(reader).plain()).contains("Payez 20,00");
        assertThat(in(() -> database.sql("select count(*) from mail where source = ?")
                        .param(of(batch, debtor).getFirst().id().value())
                        .query(Long.class)
                        .single()))
                .isOne();
    }

    @Test
    void only_one_batch_is_open_at_a_time() {
        var batch = prepared();

        assertThatThrownBy(() -> in(() -> desk.prepare(ANNE))).hasMessageContaining("another-open");
        in(() -> desk.recall(ANNE, batch));
        assertThatThrownBy(() -> in(() -> run(() -> desk.send(ANNE, batch)))).hasMessageContaining("not-now");
        prepared();
    }

    private void pay(AgreementId agreement, String amount) {
        in(() -> ledger.post(
                LedgerEntry.payment(UUID.randomUUID(), agreement, Receipt.BANK, today, euros(amount), Map.of())));
    }
}
