package fr.ondine.platform.notifications;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A server has all of a mail and does not say that it took it; the jobs are run by hand. */
@PlatformTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class UnansweredMailsTests {

    private static final String NOTHING = " ";

    private static final CurrentStaff ANNE =
            new CurrentStaff("siegvo", UUID.randomUUID(), "anne@b.fr", "Anne", StaffRole.AGENT, 0);

    @Autowired
    Outbox outbox;

    @Autowired
    SendMail sendMail;

    @Autowired
    Handover handover;

    @Autowired
    MailDesk desk;

    @Autowired
    MailAllowance allowance;

    @Autowired
    ReminderMails reminders;

    @Autowired
    Tenants tenants;

    @Autowired
    CaughtMails caught;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    final EmailAddress reader = new EmailAddress(UUID.randomUUID() + "@exemple.fr");
    final UUID source = UUID.randomUUID();
    UUID mail;

    @BeforeEach
    void a_mail_that_waits() {
        in(() -> {
            outbox.put(Letter.of("contact", reader, "Une question", "Mme Petit", "petit@exemple.fr")
                    .about(source, new Rows(database).agreement()));
            return source;
        });
        mail = in(() -> database.sql("select id from mail where source = ?")
                .param(source)
                .query(UUID.class)
                .single());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", NOTHING})
    void it_is_handed_over_once_more_and_staff_see_that_it_may_have_arrived_twice(String answer) throws Exception {
        try (var server = new SilentMailServer(SilentMailServer.ALL_OF_IT, answer)) {
            assertThatThrownBy(() -> send(to(server))).isInstanceOf(MailUnanswered.class);
        }

        assertThat(listed()).containsExactly(tuple(MailState.WAITING, MailFault.UNANSWERED, false));
        assertThat(withdrawn()).as("for it may have left").isEmpty();

        send(sendMail);

        assertThat(caught.await(reader.value()).id())
                .as("the same, by which a mailbox knows it")
                .isEqualTo("<" + mail + "@siegvo.localhost>");
        assertThat(listed()).containsExactly(tuple(MailState.SENT, MailFault.UNANSWERED, false));
        send(sendMail);
        assertThat(caught.to(reader.value())).hasSize(1);
    }

    @Test
    void after_the_second_time_nobody_sends_it_again_by_itself_and_it_is_not_called_unread() throws Exception {
        twiceUnanswered();

        assertThat(listed()).containsExactly(tuple(MailState.UNANSWERED, MailFault.UNANSWERED, true));
        assertThat(in(() -> desk.bounced(ANNE, List.of(reader.value())))).isEmpty();
        send(sendMail);
        assertThat(caught.to(reader.value())).isEmpty();
        assertThat(withdrawn()).isEmpty();

        assertThat(in(() -> desk.sendAgain(ANNE, mail))).isTrue();
        send(sendMail);
        assertThat(caught.to(reader.value())).hasSize(1);
    }

    @Test
    void it_comes_back_though_nobody_knew_that_it_had_left_and_once() throws Exception {
        twiceUnanswered();
        var back = new ReturnedMail(mail, reader, "550 5.1.1 no such user");

        assertThat(in(() -> handover.returned(back))).isEqualTo(MailReturns.Answer.NOTED);

        assertThat(listed()).containsExactly(tuple(MailState.FAILED, MailFault.NO_SUCH_ADDRESS, true));
        assertThat(in(() -> desk.bounced(ANNE, List.of(reader.value())))).containsExactly(reader.value());
        assertThat(in(() -> handover.returned(back))).isEqualTo(MailReturns.Answer.UNKNOWN);
    }

    @Test
    void a_server_that_knows_no_such_mailbox_the_second_time_had_not_taken_it_the_first() throws Exception {
        try (var server = new SilentMailServer(SilentMailServer.ALL_OF_IT, "")) {
            assertThatThrownBy(() -> send(to(server))).isInstanceOf(MailUnanswered.class);
        }
        try (var server = new RefusingMailServer()) {
            send(through(server.port()));
        }

        assertThat(listed()).containsExactly(tuple(MailState.FAILED, MailFault.NO_SUCH_ADDRESS, true));
    }

    /** Until it has all of it, a server that says nothing has nothing; and a no is a no. */
    @ParameterizedTest
    @CsvSource({"RCPT, ''", "DATA, ''", "., 451 4.3.0 later"})
    void what_did_not_leave_for_sure_is_taken_back(String step, String answer) throws Exception {
        try (var server = new SilentMailServer(step, answer)) {
            assertThatThrownBy(() -> send(to(server)))
                    .isInstanceOf(MailException.class)
                    .isNotInstanceOf(MailUnanswered.class);
        }

        assertThat(listed()).extracting(one -> one.toList().getFirst()).containsExactly(MailState.WAITING);
        assertThat(listed()).extracting(one -> one.toList().get(1)).doesNotContain(MailFault.UNANSWERED);
        assertThat(withdrawn()).containsExactly(source);
    }

    @Test
    void a_server_that_took_it_and_has_no_time_for_a_goodbye_has_it() throws Exception {
        try (var server = new SilentMailServer("QUIT", "")) {
            send(to(server));
        }

        assertThat(listed()).containsExactly(tuple(MailState.SENT, null, false));
    }

    private void twiceUnanswered() throws IOException {
        try (var server = new SilentMailServer(SilentMailServer.ALL_OF_IT, "")) {
            assertThatThrownBy(() -> send(to(server))).isInstanceOf(MailUnanswered.class);
            send(to(server));
        }
    }

    /** Others may have written since, or at another time. */
    private List<Tuple> listed() {
        return Stream.iterate(0, page -> page + 1)
                .map(page -> in(() -> desk.list(ANNE, MailFilter.ALL, page)))
                .takeWhile(page -> !page.rows().isEmpty())
                .flatMap(page -> page.rows().stream())
                .filter(one -> one.id().equals(mail))
                .map(one -> tuple(one.state(), one.fault(), one.isSendable()))
                .toList();
    }

    private List<UUID> withdrawn() {
        return in(() -> reminders.withdraw(List.of(source)));
    }

    private void send(SendMail job) {
        TenantContext.runAs(SIEGVO, () -> job.run(mail));
    }

    private SendMail to(SilentMailServer server) {
        return through(server.port());
    }

    private SendMail through(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "2000");
        return new SendMail(handover, new Postman(sender, tenants, new MailSettings(null, null)), allowance);
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
