package fr.ondine.platform.notifications;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.billing.ChosenForms;
import fr.ondine.platform.billing.InvoiceForm;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.InvoicesIssued;
import fr.ondine.platform.billing.InvoicesToPost;
import fr.ondine.platform.billing.PostLot;
import fr.ondine.platform.credits.CreditNotes;
import fr.ondine.platform.credits.CreditOrder;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.OrderedId;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.runs.RunEnded;
import fr.ondine.platform.runs.RunId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A utility that announces each invoice, and what is due within a week. */
@PlatformTest
class InvoiceLettersTests {

    private static final TenantId UTILITY = new TenantId("annonces");
    private static final CurrentStaff ZOE =
            ProvenStaff.of(UTILITY.slug(), UUID.randomUUID(), "zoe@b.fr", "Zoé", StaffRole.BILLER, 1);

    @Autowired
    AnnounceInvoices announce;

    @Autowired
    TellOfDueSoon dueSoon;

    @Autowired
    MailPreferences preferences;

    @Autowired
    ChosenForms forms;

    @Autowired
    InvoicesToPost posted;

    @Autowired
    CreditNotes credits;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Ledger ledger;

    @Autowired
    Fleet fleet;

    @Autowired
    Tenants tenants;

    @Autowired
    CaughtMails caught;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private LocalDate today;
    private UserId user;

    @BeforeEach
    void a_utility_that_announces_invoices_and_a_subscriber_with_an_account() {
        if (tenants.find(UTILITY.slug()).isEmpty()) {
            fleet.add(
                    Utilities.like(Utilities.SIEGVO, UTILITY.slug())
                            .replace("rounding:", "invoice-mails:\n  issued: true\n  due-soon-days: 7\n\nrounding:"),
                    "operator:test");
            tenants.refresh();
        }
        today = in(() -> LocalDate.now(clock));
        user = in(() -> new Rows(database).user());
        in(() -> database.sql("delete from due_soon_round").update());
    }

    @Test
    void invoices_of_a_run_are_announced_once_and_only_when_it_has_ended() {
        var first = ofRun(invoice(agreement(), "94.95", 40));
        var last = ofRun(invoice(agreement(), "12.00", 40));

        publish(new InvoicesIssued(UTILITY, first, last));
        assertThat(written()).as("while the run goes on").isZero();
        publish(new RunEnded(UTILITY, new RunId(UUID.randomUUID())));
        caught.await(address(), 2);
        publish(new InvoicesIssued(UTILITY, first, last));
        publish(new RunEnded(UTILITY, new RunId(UUID.randomUUID())));
        allTold();

        assertThat(written()).isEqualTo(2);
        assertThat(caught.await(address(), mail -> mail.plain().contains("94,95"))
                        .plain())
                .contains("à régler, au plus tard le", "/factures?contrat=", "/desabonnement?lien=");
    }

    @Test
    void what_came_by_import_between_two_invoices_of_a_run_is_not_announced_with_them() {
        var first = ofRun(invoice(agreement(), "94.95", 40));
        invoice(agreement(), "77.00", 40);
        var last = ofRun(invoice(agreement(), "12.00", 40));

        publish(new InvoicesIssued(UTILITY, first, last));
        publish(new RunEnded(UTILITY, new RunId(UUID.randomUUID())));
        caught.await(address(), 2);
        allTold();

        assertThat(written()).isEqualTo(2);
    }

    @Test
    void an_invoice_by_itself_is_announced_in_the_transaction_that_issues_it() {
        var invoice = invoice(agreement(), "94.95", 40);

        assertThatThrownBy(() -> in(() -> {
                    events.publishEvent(new InvoicesIssued(UTILITY, invoice, invoice));
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(written()).isZero();
        publish(new InvoicesIssued(UTILITY, invoice, invoice));
        publish(new InvoicesIssued(UTILITY, invoice, invoice));

        assertThat(written()).isOne();
    }

    @Test
    void a_portion_whose_transaction_dies_is_told_of_once() {
        var first = ofRun(invoice(agreement(), "94.95", 40));
        var last = ofRun(invoice(agreement(), "12.00", 40));
        in(() -> {
            events.publishEvent(new InvoicesIssued(UTILITY, first, last));
            return 0;
        });

        assertThatThrownBy(() -> in(() -> {
                    announce.run(UUID.randomUUID());
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(written()).isZero();
        TenantContext.runAs(UTILITY, () -> announce.run(UUID.randomUUID()));
        TenantContext.runAs(UTILITY, () -> announce.run(UUID.randomUUID()));

        assertThat(written()).isEqualTo(2);
    }

    @Test
    void an_invoice_is_announced_with_what_becomes_of_it() {
        var debited = agreement();
        in(() -> database.sql("update agreement set payment_method = 'DIRECT_DEBIT' where id = ?")
                .param(debited.value())
                .update());
        var one = invoice(debited, "30.00", 20);
        var little = invoice(agreement(), "-3.00", 20);

        publish(new InvoicesIssued(UTILITY, one, one));
        publish(new InvoicesIssued(UTILITY, little, little));

        assertThat(caught.await(address(), mail -> mail.plain().contains("Nous prélèverons"))
                        .plain())
                .contains("30,00");
        assertThat(caught.await(address(), mail -> mail.plain().contains("rien à régler"))
                        .plain())
                .doesNotContain("3,00");
    }

    @Test
    void a_credit_note_is_announced_as_what_it_is_and_never_as_due() {
        var taken = invoice(agreement(), "94.95", 5);
        in(() -> database.sql("""
                        insert into invoice_line (invoice_id, position, section, label, quantity, unit, unit_price, net_amount,
                            vat_rate) values (?, 0, 'WATER', 'Consommation', 1, 'm³', 94.95, 94.95, 0)""").param(taken.value()).update());
        var order = new CreditOrder(Optional.empty(), "Relevé faux");

        in(() -> credits.issue(ZOE, taken, order, credits.preview(ZOE, taken, order)));

        assertThat(caught.await(address()).plain()).contains("avoir", "94,95").doesNotContain("régler, au plus");
        round();
        assertThat(written()).isOne();
    }

    @Test
    void the_credit_note_of_an_invoice_in_the_holders_favour_takes_nothing_off_what_they_pay() {
        var negative = invoice(agreement(), "-35.20", 5);
        in(() -> database.sql("""
                        insert into invoice_line (invoice_id, position, section, label, quantity, unit, unit_price, net_amount,
                            vat_rate) values (?, 0, 'WATER', 'Consommation', -1, 'm³', 35.20, -35.20, 0)""").param(negative.value()).update());
        var order = new CreditOrder(Optional.empty(), "Relevé faux");

        in(() -> credits.issue(ZOE, negative, order, credits.preview(ZOE, negative, order)));

        var mail = caught.await(address());
        assertThat(mail.subject()).endsWith("à votre charge sur votre contrat");
        assertThat(mail.plain().replace('\u00a0', ' ').replace('\u202f', ' '))
                .contains(
                        "Il reprend 35,20 € qui vous avaient été déduits ou rendus",
                        "ce qui dépasse est à régler d'ici au ")
                .doesNotContain("Il diminue ce que vous avez à régler");
    }

    @Test
    void nothing_is_announced_where_the_utility_does_not_say_so() {
        TenantContext.runAs(
                Utilities.SIEGVO,
                () -> transaction.executeWithoutResult(status -> events.publishEvent(new InvoicesIssued(
                        Utilities.SIEGVO, new InvoiceId(OrderedId.next()), new InvoiceId(OrderedId.next())))));
        assertThat(TenantContext.<Long, RuntimeException>callAs(
                        Utilities.SIEGVO,
                        () -> transaction.execute(status -> database.sql("select count(*) from invoice_to_announce")
                                .query(Long.class)
                                .single())))
                .isZero();
    }

    @Test
    void a_mailbox_is_told_how_to_refuse_such_mails_with_one_click_and_they_stop() throws Exception {
        var agreement = agreement();
        var first = invoice(agreement, "94.95", 5);
        publish(new InvoicesIssued(UTILITY, first, first));
        caught.await(address());
        var message = caught.to(address()).getFirst();
        var header = message.getHeader("List-Unsubscribe")[0];

        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(header).startsWith("<http").contains("/webhooks/desabonnement?lien=");
        var link = new RawToken(header.substring(header.indexOf("lien=") + 5, header.length() - 1));
        assertThat(preferencesOf(link)).isEqualTo("Optional[ISSUED]");
        assertThat(in(() -> preferences.refuse(RawToken.fresh()))).isFalse();
        assertThat(in(() -> preferences.refuse(link))).isTrue();
        assertThat(in(() -> preferences.refuse(link))).as("once more").isTrue();
        var second = invoice(agreement, "12.00", 6);
        publish(new InvoicesIssued(UTILITY, second, second));

        assertThat(written()).isOne();
        assertThat(in(() -> preferences.refused(user))).containsExactly(Announcement.ISSUED);
        round();
        assertThat(written()).as("of what is due soon they are still told").isEqualTo(3);
        assertThat(TenantContext.<Boolean, RuntimeException>callAs(Utilities.SIEGVO, () -> preferences.refuse(link)))
                .as("at another utility")
                .isFalse();
    }

    @Test
    void who_wants_no_paper_gets_none_while_they_are_told_of_each_invoice() {
        var agreement = agreement();
        in(() -> run(() -> forms.choose(user, agreement, InvoiceForm.ELECTRONIC)));
        var invoice = invoice(agreement, "94.95", 40);
        assertThat(in(forms::isElectronicOffered)).isTrue();
        assertThat(isPosted(invoice)).isFalse();
        assertThat(in(() -> forms.isPosted(ZOE, agreement))).isFalse();

        in(() -> run(() -> preferences.refuse(user, Set.of(Announcement.ISSUED))));
        assertThat(isPosted(invoice)).as("mails are refused").isTrue();
        assertThat(in(() -> forms.isPosted(ZOE, agreement))).isTrue();

        in(() -> run(() -> preferences.refuse(user, Set.of(Announcement.DUE_SOON))));
        assertThat(isPosted(invoice)).isFalse();
        in(() -> database.sql("insert into bounced_address (address, bounced_at, reason) values (?, now(), 'gone')")
                .param(address())
                .update());
        assertThat(isPosted(invoice)).as("mails come back").isTrue();
    }

    private boolean isPosted(InvoiceId invoice) {
        var day = in(() -> database.sql("select issued_on from invoice where id = ?")
                .param(invoice.value())
                .query(LocalDate.class)
                .single());
        return in(() -> posted.page(ZOE, new PostLot.OfDay(day), new InvoiceId(new UUID(0, 0)))).stream()
                .anyMatch(one -> one.id().equals(invoice));
    }

    @Test
    void who_wants_them_again_gets_them_again() {
        in(() -> run(() -> preferences.refuse(user, Set.of(Announcement.values()))));
        in(() -> run(() -> preferences.refuse(user, Set.of(Announcement.DUE_SOON))));
        var invoice = invoice(agreement(), "94.95", 5);

        publish(new InvoicesIssued(UTILITY, invoice, invoice));
        round();

        assertThat(written()).isOne();
        assertThat(caught.await(address()).subject()).startsWith("Votre facture d'eau");
    }

    @Test
    void what_is_due_within_the_days_is_said_once_and_not_what_is_due_later_or_paid() {
        var agreement = agreement();
        invoice(agreement, "20.00", 8);
        round();
        assertThat(written()).isZero();
        invoice(agreement, "30.00", 7);
        var paid = agreement();
        invoice(paid, "40.00", 3);
        in(() -> ledger.post(
                LedgerEntry.payment(UUID.randomUUID(), paid, Receipt.BANK, today, euros("40.00"), Map.of())));

        round();
        round();

        assertThat(written()).isOne();
        assertThat(caught.await(address()).plain()).contains("30,00", "au plus tard le");
    }

    /** As nobody is reminded of it later; until it is decided, or the dispute is over. */
    @Test
    void what_is_contested_or_has_a_leak_to_be_decided_of_is_asked_for_by_no_mail() {
        var disputed = invoice(agreement(), "30.00", 5);
        in(() -> database.sql("insert into invoice_dispute (id, invoice_id, reason, until, opened_at, opened_by)"
                        + " values (gen_random_uuid(), ?, 'Relevé contesté', ?, now(), 'staff:x')")
                .params(disputed.value(), today)
                .update());
        var leaked = agreement();
        var relieved = invoice(leaked, "40.00", 5);
        in(() -> database.sql(
                        "insert into leak_file (id, agreement_id, used_from, read_on, litres, mean_litres, is_of_zone,"
                                + " state, detected_at, mailed_at, invoice_id, notified_on, notice_channel, notice_proof, answer_by,"
                                + " certificate_on, certificate_by, leak_place, repaired_on, scan) values (gen_random_uuid(), ?, ?, ?,"
                                + " 200000, 50000, false, 'RECEIVED', now(), now(), ?, ?, 'INVOICE', 'A', ?, ?, 'staff:x', 'Jardin', ?,"
                                + " 'NOT_SCANNED')")
                .params(
                        leaked.value(),
                        today.minusDays(180),
                        today.minusDays(20),
                        relieved.value(),
                        today,
                        today.plusMonths(1),
                        today,
                        today)
                .update());
        round();
        assertThat(written()).isZero();

        in(() -> database.sql("update leak_file set state = 'REFUSED' where invoice_id = ?")
                .param(relieved.value())
                .update());
        in(() -> database.sql("update invoice_dispute set closed_at = now() where invoice_id = ?")
                .param(disputed.value())
                .update());
        round();
        assertThat(written()).isEqualTo(2);
    }

    @Test
    void but_who_contests_it_is_told_that_it_is_debited_all_the_same() {
        var agreement = agreement();
        var disputed = invoice(agreement, "30.00", 5);
        in(() -> database.sql("update agreement set payment_method = 'DIRECT_DEBIT' where id = ?")
                .param(agreement.value())
                .update());
        in(() -> database.sql("insert into invoice_dispute (id, invoice_id, reason, until, opened_at, opened_by)"
                        + " values (gen_random_uuid(), ?, 'Relevé contesté', ?, now(), 'staff:x')")
                .params(disputed.value(), today)
                .update());

        round();

        assertThat(caught.await(address()).subject()).startsWith("Prélèvement prochain");
    }

    /** A plan that has ended left all to be paid with the last of its invoices. */
    @Test
    void what_is_asked_for_later_than_it_says_itself_is_told_with_that_day() {
        var agreement = agreement();
        invoice(agreement, "20.00", 3);
        invoice(agreement, "30.00", 25);
        in(() -> database.sql("update invoice set kind = 'ACTUAL' where agreement_id = ?")
                .param(agreement.value())
                .update());
        in(() -> database.sql("""
                        insert into instalment_plan (id, agreement_id, state, version, day, year_amount, basis, agreed_on,
                            agreed_by, closed_on, closed_by, closing, settled_on, outcome)
                        values (gen_random_uuid(), :agreement, 'CLOSED', 1, 5, 50, 'test', :agreed, 'test', :today, 'test',
                            'YEAR_END', :today, 'DUE')""")
                .param("agreement", agreement.value())
                .param("agreed", today.minusDays(300))
                .param("today", today)
                .update());

        round();

        assertThat(written()).isOne();
        assertThat(caught.await(address()).plain())
                .contains("20,00", "au plus tard le " + new Writing(Locale.FRENCH).date(today.plusDays(25)));
    }

    @Test
    void who_is_debited_is_told_of_the_debit_and_who_pays_by_the_month_of_each_instalment() {
        var debited = agreement();
        in(() -> database.sql("update agreement set payment_method = 'DIRECT_DEBIT' where id = ?")
                .param(debited.value())
                .update());
        invoice(debited, "30.00", 5);
        monthly();

        round();

        assertThat(written()).isEqualTo(2);
        caught.await(address(), mail -> mail.subject().startsWith("Prélèvement prochain"));
        assertThat(caught.await(address(), mail -> mail.subject().startsWith("Prochaine mensualité"))
                        .link())
                .hasPath("/echeancier");
    }

    @Test
    void who_has_paid_an_instalment_ahead_is_told_of_what_is_left_of_it() {
        var paid = monthly();
        onAccount(paid, "20.00");
        var begun = monthly();
        onAccount(begun, "5.00");

        round();

        assertThat(written()).isOne();
        assertThat(caught.await(address()).plain()).contains("15,00");
    }

    private void onAccount(AgreementId agreement, String amount) {
        in(() -> ledger.post(
                LedgerEntry.payment(UUID.randomUUID(), agreement, Receipt.BANK, today, euros(amount), Map.of())));
    }

    /** An agreement that pays 20.00 a month, the first in six days. */
    private AgreementId monthly() {
        var monthly = agreement();
        in(() -> database.sql("""
                        with plan as (insert into instalment_plan (id, agreement_id, state, version, day, year_amount, basis,
                                agreed_on, agreed_by) values (gen_random_uuid(), ?, 'AGREED', 1, 5, 200.00, 'test', ?, 'test')
                            returning id)
                        insert into instalment select id, 1, n, ?::date + 30 * n, 20.00 from plan, generate_series(0, 9) n""")
                .params(monthly.value(), today, today.plusDays(6))
                .update());
        return monthly;
    }

    @Test
    void nothing_is_announced_to_an_address_that_came_back() {
        in(() -> database.sql("insert into bounced_address values (?, now(), '550')")
                .param(address())
                .update());
        var invoice = invoice(agreement(), "30.00", 5);

        publish(new InvoicesIssued(UTILITY, invoice, invoice));
        round();

        assertThat(written()).isZero();
        assertThat(in(() -> preferences.isBounced(user))).isTrue();
    }

    private String preferencesOf(RawToken link) {
        return in(() -> preferences.of(link)).toString();
    }

    private String address() {
        return user.value() + "@exemple.fr";
    }

    private AgreementId agreement() {
        return in(() -> {
            var rows = new Rows(database);
            var agreement = rows.agreement();
            rows.link(user, agreement);
            return agreement;
        });
    }

    private InvoiceId invoice(AgreementId agreement, String amount, int daysUntilDue) {
        return in(() -> {
            var id = OrderedId.next();
            database.sql("""
                            insert into invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on, net_amount,
                                vat_amount, total_amount, content_hash) values (?, ?, 'ONE_OFF', ?, 'A', ?, ?, ?, 0, ?, '\\x00')""")
                    .params(
                            id,
                            id.toString(),
                            agreement.value(),
                            today,
                            today.plusDays(daysUntilDue),
                            euros(amount).amount(),
                            euros(amount).amount())
                    .update();
            ledger.post(LedgerEntry.invoice(new ReceivableId(id), agreement, today, euros(amount), Money.zero()));
            return new InvoiceId(id);
        });
    }

    private InvoiceId ofRun(InvoiceId invoice) {
        in(() -> database.sql("update invoice set issue = 0 where id = ?")
                .param(invoice.value())
                .update());
        return invoice;
    }

    private void publish(Object event) {
        in(() -> run(() -> events.publishEvent(event)));
    }

    /** The round of a day, done by hand. */
    private void round() {
        in(() -> database.sql("delete from due_soon_round").update());
        var id = in(() -> {
            var round = UUID.randomUUID();
            database.sql("insert into due_soon_round (id, day, begun_at) values (?, ?, now())")
                    .params(round, today)
                    .update();
            return round;
        });
        while (in(() -> database.sql("select ended_at is null from due_soon_round where id = ?")
                .param(id)
                .query(Boolean.class)
                .single())) {
            TenantContext.runAs(UTILITY, () -> dueSoon.run(id));
        }
    }

    private void allTold() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> in(() -> database.sql("select count(*) from invoice_to_announce")
                                .query(Long.class)
                                .list())
                        .equals(List.of(0L)));
    }

    /** How many mails were written to the subscriber. */
    private long written() {
        return in(() -> database.sql("select count(*) from mail where refusal_user = ?")
                .param(user.value())
                .query(Long.class)
                .single());
    }

    private static int run(Runnable work) {
        work.run();
        return 0;
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(UTILITY, () -> transaction.execute(status -> work.get()));
    }
}
