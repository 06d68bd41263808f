package fr.ondine.platform.reminders;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.ReminderStep;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A utility that reminds by mail after 10 days, and formally on paper after 40. */
@PlatformTest
class ReminderBatchTests {

    private static final TenantId UTILITY = new TenantId("relances");
    private static final CurrentStaff ANNE = staff(StaffRole.BILLER);

    @Autowired
    ReminderDesk desk;

    @Autowired
    ReminderPaper paper;

    @Autowired
    ReminderAccounts accounts;

    @Autowired
    Apologies apologies;

    @Autowired
    ReminderCases cases;

    @Autowired
    LetterStore letters;

    @Autowired
    BatchWork work;

    @Autowired
    Ledger ledger;

    @Autowired
    Fleet fleet;

    @Autowired
    Tenants tenants;

    @Autowired
    CaughtMails caught;

    @Autowired
    StatementCount statements;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private LocalDate today;

    @BeforeEach
    void a_utility_that_reminds() {
        if (tenants.find(UTILITY.slug()).isEmpty()) {
            fleet.add(Utilities.like(Utilities.SIEGVO, UTILITY.slug()).replace("rounding:", """
                    reminders:
                      reminder:
                        days-after-due: 10
                        channel: mail
                        minimum: "5.00"
                      formal-notice:
                        days-after-due: 40
                        channel: paper
                        minimum: "15.00"
                      days-between: 14

                    rounding:"""), "operator:test");
            tenants.refresh();
        }
        today = in(() -> LocalDate.now(clock));
        in(() -> database.sql(
                        "update reminder_batch set state = 'RECALLED' where state in ('PREPARING', 'READY', 'SENDING')")
                .update());
        // those of the tests before owe nothing any more
        in(() -> database.sql("update customer set email = null where email is not null")
                .update());
    }

    @Test
    void what_is_overdue_is_proposed_by_mail_or_else_on_paper_and_those_kept_out_say_why() {
        var mailed = debtor("20.00", 20, "a@exemple.fr");
        var printed = debtor("30.00", 20, null);
        var recent = debtor("30.00", 3, null);
        var little = debtor("4.00", 20, null);
        var household = debtor("40.00", 20, null);
        in(() -> run(() -> accounts.protect(ANNE, household)));
        var disputed = debtor("50.00", 20, null);
        in(() -> run(() -> accounts.dispute(
                ANNE, disputed, new InvoiceId(invoiceOf(disputed).value()), "Compteur contesté", today.plusDays(30))));

        var batch = prepared();

        assertThat(of(batch, mailed, printed, recent, little, household, disputed))
                .extracting(BatchLetter::agreement, BatchLetter::reason, BatchLetter::byMail, BatchLetter::byPaper)
                .containsExactlyInAnyOrder(
                        tuple(mailed, null, true, false),
                        tuple(printed, null, false, true),
                        tuple(little, "TOO_LITTLE", false, false),
                        tuple(household, "PROTECTED", false, false),
                        tuple(disputed, "DISPUTED", false, false));
    }

    @Test
    void a_dispute_is_over_after_its_last_day_or_when_it_is_closed() {
        var over = debtor("20.00", 20, null);
        var closed = debtor("20.00", 20, null);
        for (var one : List.of(over, closed)) {
            in(() -> run(() ->
                    accounts.dispute(ANNE, one, new InvoiceId(invoiceOf(one).value()), "Fuite", today.plusDays(3))));
        }
        in(() -> database.sql("update invoice_dispute set until = ? where invoice_id = ?")
                .params(today.minusDays(1), invoiceOf(over).value())
                .update());
        in(() -> run(() -> accounts.closeDispute(
                ANNE, closed, new InvoiceId(invoiceOf(closed).value()))));

        assertThat(of(prepared(), over, closed)).extracting(BatchLetter::state).containsOnly(LetterState.PROPOSED);
    }

    @Test
    void a_payment_by_card_in_progress_keeps_a_letter_back() {
        var paying = debtor("20.00", 20, null);
        in(() -> database.sql("insert into payment (id, agreement_id, invoice_id, method, amount, state, initiated_at)"
                        + " values (?, ?, ?, 'CARD', 20.00, 'PROCESSING', now())")
                .params(UUID.randomUUID(), paying.value(), invoiceOf(paying).value())
                .update());

        assertThat(of(prepared(), paying)).extracting(BatchLetter::reason).containsExactly("PAYMENT_IN_PROGRESS");
    }

    @Test
    void who_keeps_an_instalment_plan_is_not_reminded_of_what_it_pays_and_who_does_not_keep_it_is() {
        var keeps = debtor("20.00", 20, null);
        var isLate = debtor("20.00", 20, null);
        plan(keeps, today.plusDays(15));
        plan(isLate, today.minusDays(15));

        assertThat(of(prepared(), keeps, isLate))
                .extracting(BatchLetter::agreement, BatchLetter::reason)
                .containsExactlyInAnyOrder(tuple(keeps, "PLAN_KEPT"), tuple(isLate, null));
    }

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
    void a_letter_goes_on_paper_where_its_address_came_back_whether_of_an_account_or_on_file() {
        var onFile = debtor("20.00", 20, "Perdue-" + UUID.randomUUID() + "@exemple.fr");
        var ofAccount = debtor("20.00", 20, null);
        in(() -> {
            var rows = new Rows(database);
            var user = rows.user();
            rows.link(user, ofAccount);
            return database.sql("insert into bounced_address select email, now(), '550' from user_account where id = ?")
                    .param(user.value())
                    .update();
        });
        in(() -> database.sql("insert into bounced_address select lower(c.email), now(), '550' from customer c"
                        + " join agreement a on a.customer_id = c.id where a.id = ?")
                .param(onFile.value())
                .update());

        assertThat(of(prepared(), onFile, ofAccount))
                .extracting(BatchLetter::byMail, BatchLetter::byPaper)
                .containsExactly(tuple(false, true), tuple(false, true));
    }

    @Test
    void a_formal_notice_goes_on_paper_alone_where_the_utility_says_so_and_waits_for_its_days() {
        var debtor = debtor("20.00", 39, UUID.randomUUID() + "@exemple.fr");
        send(prepared());
        in(() -> database.sql("update reminder_letter set sent_on = ? where agreement_id = ?")
                .params(today.minusDays(14), debtor.value())
                .update());
        assertThat(of(prepared(), debtor)).extracting(BatchLetter::reason).containsExactly("ALREADY_SENT");
        in(() -> database.sql("update reminder_batch set state = 'RECALLED' where state = 'READY'")
                .update());
        in(() -> database.sql("update invoice set due_on = ? where agreement_id = ?")
                .params(today.minusDays(40), debtor.value())
                .update());

        assertThat(of(prepared(), debtor))
                .extracting(BatchLetter::step, BatchLetter::byMail, BatchLetter::byPaper)
                .containsExactly(tuple(ReminderStep.FORMAL_NOTICE, false, true));
    }

    @Test
    void a_mail_that_has_left_cannot_be_recalled_and_one_that_waits_can() {
        var gone = UUID.randomUUID() + "@exemple.fr";
        var sent = debtor("20.00", 20, gone);
        var waiting = debtor("20.00", 20, UUID.randomUUID() + "@exemple.fr");
        var batch = prepared();
        send(batch);
        caught.await(gone);
        var letter = of(batch, waiting).getFirst().id();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> in(() -> database.sql(
                                        "update mail set sent_at = null, plain = 'x' where source = ? and sent_at is not null")
                                .param(letter.value())
                                .update())
                        == 1);
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
        java.nio.file.Files.createDirectories(java.nio.file.Path.of("target", "papers"));
        java.nio.file.Files.write(java.nio.file.Path.of("target", "papers", "excuses.pdf"), pdf.bytes());
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

    @Test
    void only_one_batch_is_open_at_a_time() {
        var batch = prepared();

        assertThatThrownBy(() -> in(() -> desk.prepare(ANNE))).hasMessageContaining("another-open");
        in(() -> desk.recall(ANNE, batch));
        assertThatThrownBy(() -> in(() -> run(() -> desk.send(ANNE, batch)))).hasMessageContaining("not-now");
        prepared();
    }

    @Test
    void those_who_do_not_bill_see_letters_and_neither_protections_nor_batches() {
        var agent = staff(StaffRole.AGENT);
        var debtor = debtor("20.00", 20, null);

        assertThat(in(() -> accounts.history(agent, debtor))).isEmpty();
        assertThatThrownBy(() -> in(() -> accounts.find(agent, debtor))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> run(() -> accounts.protect(agent, debtor))))
                .isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> desk.prepare(agent))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> desk.list(agent, 0))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> paper.print(agent, new BatchId(UUID.randomUUID()), 0)))
                .isInstanceOf(RoleMissing.class);
    }

    @Test
    void a_protection_is_written_down_each_time_it_changes_and_once() {
        var debtor = debtor("20.00", 20, null);
        in(() -> run(() -> accounts.protect(ANNE, debtor)));
        in(() -> run(() -> accounts.protect(ANNE, debtor)));
        assertThat(in(() -> accounts.find(ANNE, debtor)).orElseThrow().isProtected())
                .isTrue();
        in(() -> run(() -> accounts.endProtection(ANNE, debtor)));

        assertThat(in(() -> accounts.find(ANNE, debtor)).orElseThrow().isProtected())
                .isFalse();
        assertThat(in(() -> database.sql("select action from audit_entry where subject = ? order by occurred_at")
                        .param("agreement:" + debtor.value())
                        .query(String.class)
                        .list()))
                .containsExactly("protection.noted", "protection.ended");
    }

    @Test
    void a_dispute_needs_a_reason_and_a_day_that_is_not_far() {
        var debtor = debtor("20.00", 20, null);
        var invoice = new InvoiceId(invoiceOf(debtor).value());
        assertThatThrownBy(() -> in(() -> run(() -> accounts.dispute(ANNE, debtor, invoice, " ", today))))
                .hasMessageContaining("dispute-reason");
        assertThatThrownBy(() -> in(() -> run(() -> accounts.dispute(ANNE, debtor, invoice, "x", today.minusDays(1)))))
                .hasMessageContaining("dispute-day");
        assertThatThrownBy(() -> in(() -> run(() -> accounts.dispute(ANNE, debtor, invoice, "x", today.plusDays(400)))))
                .hasMessageContaining("dispute-day");
        in(() -> run(() -> accounts.dispute(ANNE, debtor, invoice, "x", today)));
        in(() -> run(() -> accounts.dispute(ANNE, debtor, invoice, "y", today.plusDays(9))));

        assertThat(in(() -> accounts.find(ANNE, debtor)).orElseThrow().open())
                .extracting(one -> one.dispute().reason())
                .containsExactly("y");
    }

    @Test
    void many_agreements_are_looked_at_in_as_many_queries_as_few() {
        var few = List.of(debtor("20.00", 20, null));
        var many = List.of(few.getFirst(), debtor("20.00", 20, null), debtor("20.00", 20, "m@exemple.fr"));

        assertThat(in(() -> statements.of(() -> cases.of(few, today))))
                .isEqualTo(in(() ->
                        statements.of(() -> assertThat(cases.of(many, today)).hasSize(3))))
                .isEqualTo(3);
    }

    private BatchId prepared() {
        var batch = in(() -> desk.prepare(ANNE));
        await(batch, BatchState.READY);
        return batch;
    }

    private void send(BatchId batch) {
        in(() -> run(() -> desk.send(ANNE, batch)));
        await(batch, BatchState.SENT);
    }

    private void await(BatchId batch, BatchState state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> in(() -> desk.find(ANNE, batch)).orElseThrow().state() == state);
    }

    private List<BatchLetter> of(BatchId batch, AgreementId... agreements) {
        return in(() -> java.util.stream.Stream.of(LetterFilter.values())
                .flatMap(filter -> java.util.stream.Stream.of(0, 1, 2)
                        .flatMap(page -> desk.letters(ANNE, batch, filter, page).rows().stream()))
                .filter(letter -> List.of(agreements).contains(letter.agreement()))
                .toList());
    }

    /** Owes one invoice that was due so many days ago. */
    private AgreementId debtor(String amount, int days, @org.jspecify.annotations.Nullable String email) {
        return in(() -> {
            var rows = new Rows(database);
            var agreement = rows.agreement();
            var invoice = rows.invoice(agreement, euros(amount), Money.zero());
            database.sql("update invoice set due_on = ?, issued_on = ? where id = ?")
                    .params(today.minusDays(days), today.minusDays(days + 30), invoice.value())
                    .update();
            database.sql("update customer set email = ? where id = (select customer_id from agreement where id = ?)")
                    .params(email, agreement.value())
                    .update();
            ledger.post(
                    LedgerEntry.invoice(invoice, agreement, today.minusDays(days + 30), euros(amount), Money.zero()));
            return agreement;
        });
    }

    private ReceivableId invoiceOf(AgreementId agreement) {
        return in(() -> new ReceivableId(database.sql("select id from invoice where agreement_id = ?")
                .param(agreement.value())
                .query(UUID.class)
                .single()));
    }

    /** Of one payment, agreed before anything was billed. */
    private void plan(AgreementId agreement, LocalDate dueOn) {
        var plan = UUID.randomUUID();
        in(() -> database.sql(
                        "insert into instalment_plan (id, agreement_id, state, version, day, year_amount, basis,"
                                + " agreed_on, agreed_by) values (?, ?, 'AGREED', 1, 10, 20.00, 'STAFF', '2000-01-01', 'staff:test')")
                .params(plan, agreement.value())
                .update());
        in(() -> database.sql(
                        "insert into instalment (plan_id, version, position, due_on, amount) values (?, 1, 0, ?, 20.00)")
                .params(plan, dueOn)
                .update());
    }

    private void pay(AgreementId agreement, String amount) {
        in(() -> ledger.post(
                LedgerEntry.payment(UUID.randomUUID(), agreement, Receipt.BANK, today, euros(amount), Map.of())));
    }

    private static CurrentStaff staff(StaffRole role) {
        return new CurrentStaff(UTILITY.slug(), UUID.randomUUID(), "a@b.example", "Anne", role, 0);
    }

    private static boolean run(Runnable work) {
        work.run();
        return true;
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(UTILITY, () -> transaction.execute(status -> work.get()));
    }
}
