package fr.ondine.platform.notifications;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail is taken back or leaves, never both; the jobs are run by hand. */
@PlatformTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class WithdrawnMailsTests {

    @Autowired
    ReminderMails reminders;

    @Autowired
    SendMail sendMail;

    @Autowired
    Handover handover;

    @Autowired
    MailAllowance allowance;

    @Autowired
    Tenants tenants;

    @Autowired
    CaughtMails caught;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    final EmailAddress reader = new EmailAddress(UUID.randomUUID() + "@exemple.fr");
    final UUID letter = UUID.randomUUID();
    UUID mail;

    @BeforeEach
    void a_reminder_that_waits() {
        AgreementId agreement = in(() -> new Rows(database).agreement());
        in(() -> {
            reminders.send(new ReminderMail(
                    letter,
                    reader,
                    agreement,
                    false,
                    "A",
                    Money.euros("20.00"),
                    "Payez.",
                    List.of(new ReminderMail.Line("2026", LocalDate.EPOCH, Money.euros("20.00")))));
            return agreement;
        });
        mail = in(() -> database.sql("select id from mail where source = ?")
                .param(letter)
                .query(UUID.class)
                .single());
    }

    @Test
    void one_that_is_just_being_handed_over_is_not_taken_back() throws Exception {
        var door = new Door(caught.port());
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = others.submit(() -> send(through(door)));
            assertThat(door.reached.await(20, TimeUnit.SECONDS)).isTrue();

            assertThat(withdrawn()).isEmpty();
            door.open.countDown();

            sending.get(20, TimeUnit.SECONDS);
        }
        assertThat(caught.to(reader.value())).hasSize(1);
        assertThat(is("sent_at is not null and withdrawn_at is null")).isTrue();
        assertThat(withdrawn()).as("nor afterwards").isEmpty();
    }

    @Test
    void one_that_was_taken_back_before_does_not_leave() {
        assertThat(withdrawn()).containsExactly(letter);

        send(sendMail);

        assertThat(caught.to(reader.value())).isEmpty();
    }

    @Test
    void one_that_is_taken_back_after_it_was_looked_at_does_not_leave() {
        var seen = in(() -> handover.waiting(mail)).orElseThrow();
        assertThat(withdrawn()).containsExactly(letter);

        assertThat(in(() -> handover.claim(seen))).isFalse();
    }

    @Test
    void one_that_a_server_did_not_take_is_taken_back() {
        var away = new JavaMailSenderImpl();
        away.setHost("127.0.0.1");
        away.setPort(1);
        assertThatThrownBy(() -> send(through(away))).isInstanceOf(MailException.class);

        assertThat(withdrawn()).containsExactly(letter);
    }

    @Test
    void one_whose_handover_died_is_sent_again_and_is_not_taken_back_for_it_may_have_left() {
        var seen = in(() -> handover.waiting(mail)).orElseThrow();
        assertThat(in(() -> handover.claim(seen))).isTrue();
        var away = new JavaMailSenderImpl();
        away.setHost("127.0.0.1");
        away.setPort(1);
        assertThatThrownBy(() -> send(through(away))).isInstanceOf(MailException.class);
        assertThat(withdrawn()).isEmpty();

        send(sendMail);

        assertThat(caught.to(reader.value())).hasSize(1);
    }

    /** A mail server before which a mail stops until the test lets it go on. */
    private static final class Door extends JavaMailSenderImpl {

        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        private Door(int port) {
            setHost("127.0.0.1");
            setPort(port);
        }

        @Override
        public void send(MimeMessage... messages) {
            reached.countDown();
            try {
                assertThat(open.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            super.send(messages);
        }
    }

    private List<UUID> withdrawn() {
        return in(() -> reminders.withdraw(List.of(letter)));
    }

    private boolean is(String condition) {
        return in(() -> database.sql("select " + condition + " from mail where id = ?")
                .param(mail)
                .query(Boolean.class)
                .single());
    }

    private void send(SendMail job) {
        TenantContext.runAs(SIEGVO, () -> job.run(mail));
    }

    private SendMail through(JavaMailSenderImpl sender) {
        return new SendMail(handover, new Postman(sender, tenants, new MailSettings(null, null)), allowance);
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
