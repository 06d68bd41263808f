package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.VISITOR;
import static fr.ondine.platform.identity.People.somebody;
import static fr.ondine.testing.Utilities.ILEO;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.personaldata.Night;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What nobody came back for is forgotten, and nothing that somebody still may. */
@IdentityTest
class UnconfirmedTests {

    @Autowired
    FranceConnectAccounts accounts;

    @Autowired
    RememberedDevices devices;

    @Autowired
    BeanFactory beans;

    @Autowired
    People people;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void who_never_confirmed_is_forgotten_with_their_address_after_a_month_and_not_before() {
        TenantContext.runAs(SIEGVO, () -> {
            var old = angela();
            var young = angela();
            var forgotten = somebody();
            var kept = somebody();
            accounts.signUp(old, forgotten, VISITOR);
            accounts.signUp(young, kept, VISITOR);
            var link = mailbox.last(ActivationRequested.class).token();
            age("user_account", "created_at", "email", forgotten.value(), 32);
            age("awaited_identity", "asked_at", "email", forgotten.value(), 32);
            age("email_token", "expires_at", "user_id::text", waiting(forgotten), 31);
            age("user_account", "created_at", "email", kept.value(), 27);
            age("awaited_identity", "asked_at", "email", kept.value(), 27);

            Night.at(SIEGVO, beans);

            assertThat(accounts.awaited(old)).isEmpty();
            assertThat(rows("user_account where email = '%s'".formatted(forgotten.value())))
                    .isZero();
            assertThat(accounts.awaited(young)).isPresent();
            assertThat(accounts.confirm(link, young).email()).isEqualTo(kept);
        });
    }

    @Test
    void an_account_that_waits_for_a_newer_link_waits_on() {
        TenantContext.runAs(SIEGVO, () -> {
            var email = somebody();
            people.signedUp(email);
            age("user_account", "created_at", "email", email.value(), 200);

            Night.at(SIEGVO, beans);

            assertThat(rows("user_account where email = '%s' and state = 'PENDING'".formatted(email.value())))
                    .isEqualTo(1);
        });
    }

    @Test
    void links_and_devices_that_are_over_go_and_accounts_that_are_used_stay() {
        TenantContext.runAs(ILEO, () -> {
            var user = people.active();
            var device = devices.remember(user);
            var lost = devices.remember(user);
            var id = user.userId().toString();
            age("user_account", "created_at", "id::text", id, 900);
            age("email_token", "expires_at", "user_id::text", id, 31);
            age("remember_me_token", "last_used", "series", device.series(), 29);
            age("remember_me_token", "last_used", "series", lost.series(), 31);

            Night.at(ILEO, beans);

            assertThat(rows("email_token where user_id = '%s'".formatted(id))).isZero();
            assertThat(rows("remember_me_token where user_id = '%s'".formatted(id)))
                    .isEqualTo(1);
            assertThat(devices.recognise(device, Browser.UNKNOWN)).isPresent();
            assertThat(rows("user_account where id = '%s' and state = 'ACTIVE'".formatted(id)))
                    .isEqualTo(1);
        });
    }

    private String waiting(EmailAddress email) {
        return in("select id::text from user_account where email = '%s'".formatted(email.value()));
    }

    private String in(String query) {
        return transaction.execute(
                status -> database.sql(query).query(String.class).single());
    }

    private long rows(String from) {
        return Long.parseLong(in("select count(*)::text from " + from));
    }

    private void age(String table, String when, String which, Object what, int days) {
        transaction.executeWithoutResult(status -> database.sql(
                        "update %s set %s = :moment where %s = :what".formatted(table, when, which))
                .param("moment", clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))
                .param("what", what.toString())
                .update());
    }

    private static ProvenIdentity angela() {
        return new ProvenIdentity(
                "https://fc.exemple.fr/api/v2", UUID.randomUUID() + "v1", "Angela", "DUBOIS", "angela@exemple.fr");
    }
}
