package fr.ondine.platform.notifications;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.leaks.LeakFileDecided;
import fr.ondine.platform.leaks.LeakFileId;
import fr.ondine.platform.leaks.LeakFileOpened;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** What a household is told of a leak by mail: it is told only where that arrives. */
@PlatformTest
class LeakLettersTests {

    private static final CurrentStaff ANNE =
            ProvenStaff.of("siegvo", UUID.randomUUID(), "anne@b.fr", "Anne", StaffRole.AGENT, 0);

    @Autowired
    Handover handover;

    @Autowired
    MailAllowance allowance;

    @Autowired
    MailDesk desk;

    @Autowired
    Agreements agreements;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    EntityManager entities;

    @Autowired
    Tenants tenants;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private AgreementId agreement;
    private LeakFileId file;
    private boolean isOfZone;

    @BeforeEach
    void a_leak_that_nobody_was_told_of() {
        in(() -> {
            var rows = new Rows(database);
            agreement = rows.agreement();
            rows.link(rows.user(), agreement);
            file = new LeakFileId(UUID.randomUUID());
            return database.sql("insert into leak_file (id, agreement_id, used_from, read_on, litres, mean_litres,"
                            + " is_of_zone, state, detected_at, mailed_at) values (?, ?, date '2026-01-01',"
                            + " date '2026-06-29', 200000, 50000, false, 'DETECTED', now(), now())")
                    .params(file.value(), agreement.value())
                    .update();
        });
    }

    @Test
    void a_notice_that_its_server_refuses_begins_no_month_and_may_be_sent_again() throws Exception {
        UUID mail;
        try (var server = new RefusingMailServer()) {
            mail = in(() -> {
                tell();
                assertThat(notice()).isNotEqualTo("none");
                var written = mail();
                sendingTo(server.port()).run(written);
                return written;
            });
        }
        assertThat(in(this::notice)).isEqualTo("none");

        assertThat(in(() -> desk.sendAgain(ANNE, mail))).isTrue();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(in(this::notice)).startsWith("MAIL"));
    }

    @Test
    void a_notice_that_is_taken_counts_from_the_day_on_which_it_was_written() {
        in(() -> {
            tell();
            return file;
        });

        await().atMost(Duration.ofSeconds(20))
                .until(() -> in(() -> database.sql("select sent_at is not null from mail where agreement_id = ?")
                        .param(agreement.value())
                        .query(Boolean.class)
                        .single()));
        assertThat(in(this::notice)).startsWith("MAIL");
    }

    @Test
    void nobody_is_told_at_an_address_that_refuses_our_mails() {
        in(() -> database.sql("insert into bounced_address (address, bounced_at, reason)"
                        + " select u.email, now(), '550' from user_account u join customer_link l on l.user_id = u.id"
                        + " join agreement a on a.customer_id = l.customer_id where a.id = ?")
                .param(agreement.value())
                .update());

        in(() -> {
            tell();
            return file;
        });

        assertThat(in(this::notice)).isEqualTo("none");
        assertThat(in(() -> database.sql("select count(*) from mail where agreement_id = ?")
                        .param(agreement.value())
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    @Test
    void who_has_no_history_there_is_not_told_what_is_usual_there() {
        in(() -> {
            tell();
            return assertThat(plain())
                    .contains("Pour le contrat " + number() + ", votre dernier relevé montre 200 m³")
                    .contains("alors que ce logement en utilise d'habitude 50 m³")
                    .doesNotContain("comparables");
        });
    }

    @Test
    void but_what_comparable_dwellings_use() {
        isOfZone = true;
        in(() -> {
            tell();
            return assertThat(plain())
                    .contains(
                            "alors que des logements comparables en utilisent 50 m³", "avant le 1er août 2026 au soir")
                    .doesNotContain("ce logement");
        });
    }

    @Test
    void what_was_decided_names_the_contract_and_the_sum() {
        in(() -> {
            events.publishEvent(decided(Money.euros("90.01"), ""));
            return assertThat(plain()).contains("pour le contrat " + number() + ", nous retirons 90,01 €");
        });
    }

    @Test
    void what_was_refused_names_the_contract() {
        in(() -> {
            events.publishEvent(decided(null, "Une chasse d'eau."));
            return assertThat(plain())
                    .contains("pour le contrat " + number() + ", et rien")
                    .doesNotContain("€");
        });
    }

    private LeakFileDecided decided(@Nullable Money taken, String reason) {
        return new LeakFileDecided(
                SIEGVO,
                file,
                UUID.randomUUID(),
                agreement,
                taken != null,
                taken == null ? Money.zero() : taken,
                reason);
    }

    private String number() {
        return agreements.find(agreement).orElseThrow().number().replaceAll("[\\s\\h]+", " ");
    }

    private String plain() {
        return database.sql("select plain from mail where id = ?")
                .param(mail())
                .query(String.class)
                .single()
                .replaceAll("[\\s\\h]+", " ");
    }

    @Test
    void the_same_reader_is_not_told_twice() {
        assertThatThrownBy(() -> in(() -> {
                    tell();
                    tell();
                    return file;
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void tell() {
        events.publishEvent(new LeakFileOpened(
                SIEGVO, file, agreement, new Volume(200_000), new Volume(50_000), isOfZone, LocalDate.of(2026, 8, 1)));
    }

    private UUID mail() {
        entities.flush();
        return database.sql("select id from mail where agreement_id = ?")
                .param(agreement.value())
                .query(UUID.class)
                .single();
    }

    private String notice() {
        return database.sql(
                        "select coalesce(notice_channel || ' ' || notice_proof, 'none') from leak_file where id = ?")
                .param(file.value())
                .query(String.class)
                .single();
    }

    private SendMail sendingTo(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new SendMail(handover, new Postman(sender, tenants, new MailSettings(null, null)), allowance);
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
