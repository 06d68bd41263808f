package fr.ondine.platform.notifications;

import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.notifications.MailReturns.Answer;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A relay took a mail, and told later that nobody has that address. */
@PlatformTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
@Import(MailReturnsTests.Heard.class)
class MailReturnsTests {

    private static final String KEY = "k".repeat(32);

    private static final CurrentStaff ANNE =
            ProvenStaff.of("siegvo", UUID.randomUUID(), "anne@b.fr", "Anne", StaffRole.AGENT, 0);

    /** What is told of mails that came back. */
    static class Heard {

        private final List<UUID> sources = new java.util.concurrent.CopyOnWriteArrayList<>();

        @EventListener
        void on(MailOutcome event) {
            if (!event.isTaken()) {
                sources.add(event.source());
            }
        }
    }

    @Autowired
    Handover handover;

    @Autowired
    Outbox outbox;

    @Autowired
    SendMail sendMail;

    @Autowired
    MailDesk desk;

    @Autowired
    Heard heard;

    @Autowired
    CaughtMails caught;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    final EmailAddress reader = new EmailAddress(UUID.randomUUID() + "@exemple.fr");
    final UUID source = UUID.randomUUID();
    UUID mail;
    MailReturns returns;

    @BeforeEach
    void a_mail_that_was_taken() {
        returns = new MailReturns(new MailSettings(null, KEY), handover);
        mail = in(SIEGVO, () -> {
            outbox.put(Letter.of("contact", reader, "Une question", "Mme Petit", "petit@exemple.fr")
                    .about(source, new Rows(database).agreement()));
            return source;
        });
        mail = in(
                SIEGVO,
                () -> database.sql("select id from mail where source = ?")
                        .param(source)
                        .query(UUID.class)
                        .single());
        TenantContext.runAs(SIEGVO, () -> sendMail.run(mail));
        assertThat(caught.to(reader.value())).hasSize(1);
    }

    @Test
    void its_address_is_remembered_whoever_had_it_sent_hears_of_it_and_staff_see_why() {
        assertThat(note(SIEGVO, reader)).isEqualTo(Answer.NOTED);

        assertThat(in(SIEGVO, () -> desk.bounced(ANNE, List.of(reader.value()))))
                .containsExactly(reader.value());
        assertThat(heard.sources).contains(source);
        assertThat(in(SIEGVO, () -> desk.list(ANNE, MailFilter.FAILED, 0)).rows())
                .filteredOn(one -> one.id().equals(mail))
                .extracting(ListedMail::state, ListedMail::fault, ListedMail::isSendable)
                .containsExactly(tuple(MailState.FAILED, MailFault.NO_SUCH_ADDRESS, false));
    }

    @Test
    void it_comes_back_once() {
        assertThat(note(SIEGVO, reader)).isEqualTo(Answer.NOTED);
        assertThat(note(SIEGVO, reader)).isEqualTo(Answer.UNKNOWN);

        assertThat(heard.sources).containsOnlyOnce(source);
    }

    @Test
    void one_that_comes_back_before_we_noted_that_it_was_sent_is_to_be_told_of_again() {
        in(
                SIEGVO,
                () -> database.sql("update mail set sent_at = null, plain = 'x', recipient = ? where id = ?")
                        .params(reader.value(), mail)
                        .update());

        assertThat(note(SIEGVO, reader)).isEqualTo(Answer.TOO_SOON);
        assertThat(note(SIEGVO, new EmailAddress("autre@ailleurs.fr"))).isEqualTo(Answer.UNKNOWN);
        assertThat(heard.sources).doesNotContain(source);

        TenantContext.runAs(SIEGVO, () -> sendMail.run(mail));
        assertThat(note(SIEGVO, reader)).isEqualTo(Answer.NOTED);
    }

    @Test
    void another_address_or_another_utility_has_nothing_to_do_with_it() {
        assertThat(note(SIEGVO, new EmailAddress("autre@ailleurs.fr"))).isEqualTo(Answer.UNKNOWN);
        assertThat(note(MALESHERBOIS, reader)).isEqualTo(Answer.UNKNOWN);

        assertThat(in(SIEGVO, () -> desk.bounced(ANNE, List.of(reader.value(), "autre@ailleurs.fr"))))
                .isEmpty();
        assertThat(heard.sources).doesNotContain(source);
    }

    @Test
    void only_who_has_the_key_tells_of_it_and_nobody_where_there_is_none() {
        assertThat(returns.isKey(KEY)).isTrue();
        assertThat(returns.isKey(KEY + "k")).isFalse();
        assertThat(returns.isKey("")).isFalse();
        for (var none : new String[] {null, ""}) {
            var off = new MailReturns(new MailSettings(null, none), handover);
            assertThat(off.isOn()).isFalse();
            assertThat(off.isKey("")).isFalse();
            assertThat(off.isKey("null")).isFalse();
        }
        assertThatThrownBy(() -> new MailSettings(null, "geheim"))
                .hasMessageContaining("returns-key")
                .hasMessageNotContaining("geheim");
    }

    private Answer note(TenantId where, EmailAddress address) {
        return in(where, () -> returns.note(new ReturnedMail(mail, address, "550 5.1.1 no such user")));
    }

    private <T> T in(TenantId where, Supplier<T> work) {
        return TenantContext.callAs(where, () -> transaction.execute(status -> work.get()));
    }
}
