package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.VISITOR;
import static fr.ondine.platform.identity.People.somebody;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.tenancy.TenantContext;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is not found costs as much as what is: counted, since measured times are a matter of luck. */
@IdentityTest
class OtherLoginsTests {

    @Autowired
    SignIns signIns;

    @Autowired
    Applications applications;

    @Autowired
    PasswordRules rules;

    @Autowired
    Attempts attempts;

    @Autowired
    KnownBrowsers browsers;

    @Autowired
    IdentitySettings settings;

    @Autowired
    People people;

    private final AtomicInteger compared = new AtomicInteger();
    private final AtomicInteger evened = new AtomicInteger();
    private OtherLogins logins;

    @BeforeEach
    void counted() {
        var passwords = new Passwords(settings) {
            @Override
            boolean fits(String password, @Nullable String hash) {
                compared.incrementAndGet();
                return super.fits(password, hash);
            }
        };
        var evenly = new EvenTime(settings) {
            @Override
            void run(Runnable work) {
                evened.incrementAndGet();
                work.run();
            }
        };
        logins = new OtherLogins(signIns, applications, passwords, rules, attempts, browsers, evenly);
    }

    @Test
    void a_password_is_compared_whether_or_not_there_is_an_account() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active().userId();
            assertThat(logins.byPassword(user, PASSWORD)).isPresent();
            assertThat(logins.byPassword(user, "un autre mot de passe")).isEmpty();
            assertThat(logins.byPassword(null, PASSWORD)).isEmpty();
            assertThat(logins.byPassword(new UserId(UUID.randomUUID()), PASSWORD))
                    .isEmpty();
        });
        assertThat(compared).hasValue(4);
    }

    @Test
    void what_may_have_a_mail_sent_takes_its_time_whether_or_not_it_does() {
        TenantContext.runAs(SIEGVO, () -> {
            logins.ask(UUID.randomUUID().toString(), VISITOR, () -> {});
            logins.bringIn(new NewAccount(somebody(), PASSWORD), UUID.randomUUID(), VISITOR, NOTHING);
            logins.bringIn(new NewAccount(people.active().email(), PASSWORD), UUID.randomUUID(), VISITOR, NOTHING);
        });
        assertThat(evened).hasValue(3);
    }

    @Test
    void links_are_asked_for_so_often_for_a_login_and_no_more() {
        var login = UUID.randomUUID().toString();
        TenantContext.runAs(SIEGVO, () -> {
            for (var mail = 0; mail < settings.requestsPerEmail(); mail++) {
                logins.ask(login, VISITOR, () -> {});
            }
            assertThatThrownBy(() -> logins.ask(login, VISITOR, () -> {})).isInstanceOf(TooManyAttempts.class);
        });
    }

    @Test
    void mails_to_one_address_are_so_many_and_no_more() {
        var wanted = new NewAccount(somebody(), PASSWORD);
        TenantContext.runAs(SIEGVO, () -> {
            for (var mail = 0; mail < settings.requestsPerEmail(); mail++) {
                logins.bringIn(wanted, UUID.randomUUID(), VISITOR, NOTHING);
            }
            assertThatThrownBy(() -> logins.bringIn(wanted, UUID.randomUUID(), VISITOR, NOTHING))
                    .isInstanceOf(TooManyAttempts.class);
        });
    }

    @Test
    void who_is_right_has_tried_nothing_and_who_is_wrong_tries_so_often() {
        var login = UUID.randomUUID().toString();
        TenantContext.runAs(SIEGVO, () -> {
            for (var sign = 0; sign <= settings.signInsPerAccount(); sign++) {
                assertThat(logins.signIn(login, VISITOR, Optional::empty, () -> Optional.of(true)))
                        .isTrue();
            }
            for (var wrong = 0; wrong < settings.signInsPerAccount(); wrong++) {
                assertThatThrownBy(() -> logins.signIn(login, VISITOR, Optional::empty, Optional::empty))
                        .isInstanceOf(SignInRefused.class);
            }
            assertThatThrownBy(() -> logins.signIn(login, VISITOR, Optional::empty, () -> Optional.of(true)))
                    .isInstanceOf(SignInRefused.class);
        });
    }

    private static final Arrivals NOTHING = new Arrivals() {
        @Override
        public void waits(UserId account) {}

        @Override
        public void known(UserId account) {}
    };
}
