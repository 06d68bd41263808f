package fr.ondine.platform.notifications;

import static fr.ondine.testing.Utilities.ILEO;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The jobs are run by hand here, so that a test says when the server is away and when the process dies. */
@PlatformTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class OutboxTests {

    private static final CurrentStaff ANNE =
            ProvenStaff.of("siegvo", UUID.randomUUID(), "anne@b.fr", "Anne", StaffRole.AGENT, 0);

    @Autowired
    Outbox outbox;

    @Autowired
    SendMail sendMail;

    @Autowired
    Postman postman;

    @Autowired
    OutgoingMails mails;

    @Autowired
    Handover handover;

    @Autowired
    MailDesk desk;

    @Autowired
    MailAllowance allowance;

    @Autowired
    OndineDatabase ondine;

    @Autowired
    Tenants tenants;

    @Autowired
    CaughtMails caught;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    final EmailAddress reader = new EmailAddress(UUID.randomUUID() + "@exemple.fr");

    @Test
    void a_mail_carries_the_name_of_the_utility_and_is_answered_to_it() {
        var id = put(SIEGVO);

        send(SIEGVO, sendMail, id);

        var mail = caught.await(reader.value());
        assertThat(mail.from()).isEqualTo("SIEGVO <ne-pas-repondre@siegvo.localhost>");
        assertThat(mail.replyTo()).isEqualTo("facturation@siegvo.com");
        assertThat(mail.subject()).isEqualTo("Portail abonnés\u00a0: Une question");
    }

    @Test
    void a_mail_says_the_same_in_html_and_in_plain_text_and_who_to_call() {
        var id = put(ILEO);

        send(ILEO, sendMail, id);

        var mail = caught.await(reader.value());
        assertThat(mail.plain()).contains("Une question", "Mme Petit", "09 69 32 22 12");
        assertThat(mail.html()).contains("Une question", "Mme Petit", "09 69 32 22 12", "#00687a");
    }

    @Test
    void what_is_rolled_back_sends_nothing() {
        assertThatThrownBy(() -> TenantContext.runAs(
                        SIEGVO,
                        () -> transaction.executeWithoutResult(status -> {
                            outbox.put(letter());
                            throw new IllegalStateException("rolled back");
                        })))
                .hasMessage("rolled back");
        assertThat(TenantContext.<Long, RuntimeException>callAs(SIEGVO, () -> count("recipient = :reader")))
                .isZero();
    }

    @Test
    void a_mail_waits_for_a_server_that_is_away_and_is_then_sent_once() {
        var id = put(SIEGVO);

        assertThatThrownBy(() -> send(SIEGVO, sendingTo(1), id)).isInstanceOf(MailException.class);
        assertThat(TenantContext.<Long, RuntimeException>callAs(
                        SIEGVO, () -> count("recipient = :reader and sent_at is null and attempts = 1")))
                .isOne();
        send(SIEGVO, sendMail, id);
        send(SIEGVO, sendMail, id);

        assertThat(caught.to(reader.value())).hasSize(1);
    }

    @Test
    void mails_over_the_limit_of_the_day_wait_and_are_sent_when_there_is_room() {
        ondine.limit("malesherbois", 100, 2, 1, 20_000, "test");
        tenants.refresh();
        send(MALESHERBOIS, sendMail, put(MALESHERBOIS));
        var over = put(MALESHERBOIS);

        assertThatThrownBy(() -> send(MALESHERBOIS, sendMail, over)).isInstanceOf(MailsOfTheDaySent.class);
        assertThat(caught.to(reader.value())).hasSize(1);
        ondine.limit("malesherbois", 100, 2, 5000, 20_000, "test");
        tenants.refresh();
        send(MALESHERBOIS, sendMail, over);

        assertThat(caught.to(reader.value())).hasSize(2);
    }

    @Test
    void a_crash_before_the_note_that_it_was_sent_repeats_it_under_the_same_message_id() {
        var id = put(SIEGVO);
        TenantContext.runAs(
                SIEGVO,
                () -> postman.deliver(
                        transaction.execute(status -> mails.findById(id).orElseThrow())));

        send(SIEGVO, sendMail, id);

        var first = caught.await(reader.value());
        assertThat(caught.await(reader.value(), 2).id())
                .isEqualTo(first.id())
                .isEqualTo("<" + id + "@siegvo.localhost>");
    }

    @Test
    void a_recipient_that_the_server_refuses_is_kept_unsent_and_not_tried_for_ever() throws Exception {
        var id = put(SIEGVO);
        try (var server = new RefusingMailServer()) {
            send(SIEGVO, sendingTo(server.port()), id);
        }

        assertThat(TenantContext.<Long, RuntimeException>callAs(
                        SIEGVO,
                        () -> count("recipient = :reader and sent_at is null and last_error like '%no such user%'"
                                + " and html = '' and plain = ''")))
                .isOne();
    }

    @Test
    void an_address_that_was_refused_is_remembered_until_a_mail_is_taken_there() throws Exception {
        var id = put(SIEGVO);
        try (var server = new RefusingMailServer()) {
            send(SIEGVO, sendingTo(server.port()), id);
        }
        assertThat(refused()).containsExactly(reader.value());

        send(SIEGVO, sendMail, put(SIEGVO));

        assertThat(refused()).isEmpty();
    }

    @Test
    void a_server_that_is_away_says_nothing_of_the_address() {
        var id = put(SIEGVO);

        assertThatThrownBy(() -> send(SIEGVO, sendingTo(1), id))
                .isInstanceOfSatisfying(
                        MailException.class,
                        away -> assertThat(MailFault.of(String.valueOf(away.getMessage())))
                                .isEqualTo(MailFault.SERVER_AWAY));

        assertThat(refused()).isEmpty();
    }

    @Test
    void staff_see_why_a_mail_failed_and_send_it_again_where_it_holds_no_secret() throws Exception {
        var agreement = in(() -> new Rows(database).agreement());
        var id = put(SIEGVO, letter().about(UUID.randomUUID(), agreement));
        try (var server = new RefusingMailServer()) {
            send(SIEGVO, sendingTo(server.port()), id);
        }
        assertThat(listed(MailFilter.FAILED, id))
                .containsExactly(tuple(MailState.FAILED, MailFault.NO_SUCH_ADDRESS, true));

        assertThat(in(() -> desk.sendAgain(ANNE, id))).isTrue();
        assertThat(in(() -> desk.sendAgain(ANNE, id))).as("somebody was first").isFalse();
        send(SIEGVO, sendMail, id);

        assertThat(caught.to(reader.value())).hasSize(1);
        assertThat(listed(MailFilter.FAILED, id)).isEmpty();
    }

    @Test
    void a_reminder_that_is_refused_counts_no_more_and_is_not_sent_again_by_hand() throws Exception {
        var agreement = in(() -> new Rows(database).agreement());
        var letter = UUID.randomUUID();
        in(() -> remind(agreement, letter));
        var id = put(
                SIEGVO,
                Letter.of("reminder", reader, "A", Money.euros("20.00"), "Payez.")
                        .leadingTo(URI.create("http://siegvo.localhost/factures"))
                        .quoting("Facture")
                        .about(letter, agreement));

        try (var server = new RefusingMailServer()) {
            send(SIEGVO, sendingTo(server.port()), id);
        }

        assertThat(in(() -> database.sql("select l.returned_at is not null and not d.counts from reminder_letter l"
                                + " join reminder_debt d on d.letter_id = l.id where l.id = ?")
                        .param(letter)
                        .query(Boolean.class)
                        .single()))
                .isTrue();
        assertThat(listed(MailFilter.FAILED, id))
                .containsExactly(tuple(MailState.FAILED, MailFault.NO_SUCH_ADDRESS, false));
    }

    private int remind(AgreementId agreement, UUID letter) {
        var invoice = new Rows(database).invoice(agreement, Money.euros("20.00"), Money.zero());
        var batch = UUID.randomUUID();
        database.sql("insert into reminder_batch (id, state, day, created_at, created_by)"
                        + " values (?, 'SENT', current_date, now(), 'x')")
                .param(batch)
                .update();
        database.sql("insert into reminder_letter values (?, ?, ?, 'REMINDER', 'SENT', null, 20, current_date, true,"
                        + " false, current_date)")
                .params(letter, batch, agreement.value())
                .update();
        return database.sql("insert into reminder_debt values (?, ?, 'REMINDER', 20, true)")
                .params(letter, invoice.value())
                .update();
    }

    @Test
    void a_mail_that_failed_and_held_a_link_is_not_sent_again() throws Exception {
        var id = put(SIEGVO);
        try (var server = new RefusingMailServer()) {
            send(SIEGVO, sendingTo(server.port()), id);
        }

        assertThat(listed(MailFilter.FAILED, id))
                .containsExactly(tuple(MailState.FAILED, MailFault.NO_SUCH_ADDRESS, false));
        assertThat(in(() -> desk.sendAgain(ANNE, id))).isFalse();
        assertThatThrownBy(() -> in(() -> desk.list(
                        ProvenStaff.of("ileo", UUID.randomUUID(), "a@b.fr", "Anne", StaffRole.AGENT, 0),
                        MailFilter.ALL,
                        0)))
                .isInstanceOf(RoleMissing.class);
    }

    private List<String> refused() {
        return in(() -> desk.bounced(ANNE, List.of(reader.value().toUpperCase(Locale.ROOT), "a@b.fr")));
    }

    private List<Tuple> listed(MailFilter filter, UUID id) {
        return in(() -> desk.list(ANNE, filter, 0)).rows().stream()
                .filter(mail -> mail.id().equals(id))
                .map(mail -> tuple(mail.state(), mail.fault(), mail.isSendable()))
                .toList();
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }

    @Test
    void the_words_of_a_sent_mail_are_forgotten() {
        var id = put(SIEGVO);

        send(SIEGVO, sendMail, id);

        assertThat(TenantContext.<Long, RuntimeException>callAs(SIEGVO, () -> count(id, "html = '' and plain = ''")))
                .isOne();
    }

    @Test
    void of_the_addresses_of_a_sent_mail_only_so_much_is_kept_as_is_needed_to_recognise_them() {
        var id = put(SIEGVO, letter().answeredBy(reader));

        assertThat(TenantContext.<Long, RuntimeException>callAs(SIEGVO, () -> count(id, "recipient = :reader")))
                .isOne();
        send(SIEGVO, sendMail, id);

        assertThat(TenantContext.<Long, RuntimeException>callAs(
                        SIEGVO, () -> count(id, "recipient like '_•••@%' and :reader not in (recipient, reply_to)")))
                .isOne();
    }

    @Test
    void a_mail_of_one_utility_is_nothing_to_another() {
        var id = put(SIEGVO);

        send(MALESHERBOIS, sendMail, id);

        assertThat(caught.to(reader.value())).isEmpty();
    }

    private Letter letter() {
        return Letter.of("contact", reader, "Une\r\nquestion", "Mme Petit", "petit@exemple.fr");
    }

    private UUID put(TenantId tenant) {
        return put(tenant, letter());
    }

    private UUID put(TenantId tenant, Letter letter) {
        return TenantContext.callAs(tenant, () -> {
            transaction.executeWithoutResult(status -> outbox.put(letter));
            return transaction.execute(
                    status -> database.sql("select id from mail where recipient = :reader and sent_at is null"
                                    + " and given_up_at is null")
                            .param("reader", reader.value())
                            .query(UUID.class)
                            .single());
        });
    }

    private static void send(TenantId tenant, SendMail job, UUID id) {
        TenantContext.runAs(tenant, () -> job.run(id));
    }

    private SendMail sendingTo(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new SendMail(handover, new Postman(sender, tenants, new MailSettings(null, null)), allowance);
    }

    private long count(UUID id, String condition) {
        return count("id = '" + id + "' and :reader <> '' and " + condition);
    }

    private long count(String condition) {
        return transaction.execute(status -> database.sql("select count(*) from mail where " + condition)
                .param("reader", reader.value())
                .query(Long.class)
                .single());
    }
}
