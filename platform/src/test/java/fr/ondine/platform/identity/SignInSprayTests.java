package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.VISITOR;
import static fr.ondine.platform.identity.People.somebody;
import static fr.ondine.testing.Utilities.ILEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.audit.WatchedLimits;
import fr.ondine.platform.factors.HashesDone;
import fr.ondine.platform.tenancy.RateLimit;
import fr.ondine.platform.tenancy.RateLimits;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.testing.LongRun;
import fr.ondine.testing.Utilities;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Many places, many accounts, one password each: with the limits as they are shipped, at the door itself. */
@IdentityTest
class SignInSprayTests {

    private static final TenantId SPRAYED = new TenantId("signinsprayed");
    private static final IdentitySettings SHIPPED =
            new Binder(new MapConfigurationPropertySource()).bindOrCreate("ondine.identity", IdentitySettings.class);

    private static final RateLimit OF_ALL =
            RateLimit.ofAll("sign-in-all", SHIPPED.signInsPerUtility(), Duration.ofMinutes(15));

    /** So many guesses are made at the door, each of which costs a hash; the others are only counted. */
    private static final int AT_THE_DOOR = LongRun.isAsked() ? 300 : 30;

    /** More than come back while this runs, at two hundred a minute. */
    private static final int COME_BACK = 500;

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    People people;

    @Autowired
    Registration registration;

    @Autowired
    RateLimits limits;

    @Autowired
    WatchedLimits watched;

    @Autowired
    RememberedDevices devices;

    @Autowired
    Sessions sessions;

    @Autowired
    SignIns signIns;

    @Autowired
    PasswordChanges changes;

    @Autowired
    Passwords passwords;

    @Autowired
    PasswordRules rules;

    @Autowired
    Reauthentication reauthentication;

    @Autowired
    KnownBrowsers browsers;

    @Autowired
    EvenTime evenly;

    @Autowired
    MeterRegistry registry;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private Credentials door;
    private int guesses;

    @BeforeEach
    void a_door_as_it_is_shipped() {
        assertThat(SHIPPED.signInsPerUtility()).isEqualTo(3000);
        var attempts = new Attempts(limits, watched, SHIPPED);
        door = new Credentials(signIns, changes, passwords, rules, attempts, browsers, reauthentication, evenly);
        provisioning.provision(Utilities.like(ILEO, SPRAYED.slug()));
    }

    @Test
    void one_common_password_over_many_accounts_from_many_places_is_stopped_at_that_utility_and_nowhere_else() {
        TenantContext.runAs(SPRAYED, () -> {
            var anne = signedIn();
            var device = devices.remember(anne);
            guesses = SHIPPED.signInsPerUtility() - AT_THE_DOOR;
            IntStream.range(0, guesses).forEach(guess -> limits.stopping(List.of(OF_ALL)));

            while (isCompared() && guesses < SHIPPED.signInsPerUtility() + COME_BACK) {
                // each is refused in the same words: only the hash is not made any more
            }

            assertThat(guesses).isBetween(SHIPPED.signInsPerUtility(), SHIPPED.signInsPerUtility() + COME_BACK - 1);
            assertThat(IntStream.range(0, 20))
                    .as("even a right one, from wherever it comes")
                    .anyMatch(again -> {
                        isCompared();
                        return isRefused(anne);
                    });
            assertThat(sessions.isCurrent(anne)).as("who is in stays in").isTrue();
            assertThat(devices.recognise(device, Browser.of(null)))
                    .as("who is remembered comes in")
                    .isPresent();
            assertThat(noted()).containsExactly("sign-in-all 3000 in PT15M");
            assertThat(registry.get("ondine.attempts.stopped")
                            .tags("utility", SPRAYED.slug(), "limit", "sign-in-all", "reach", "utility")
                            .counter()
                            .count())
                    .isPositive();
        });
        TenantContext.runAs(
                ILEO,
                () -> assertThat(door.signIn(people.active().email().value(), PASSWORD, VISITOR))
                        .isNotNull());
    }

    /** By the door as it is shipped, which is the first here to say how many tries there are. */
    private CurrentUser signedIn() {
        var email = somebody();
        registration.activate(people.signedUp(email), PASSWORD);
        return sessions.begin(door.signIn(email.value(), PASSWORD, VISITOR), Browser.of(null), Optional.empty())
                .user();
    }

    /** One more guess at one more account from one more place. */
    private boolean isCompared() {
        return HashesDone.by(
                        () -> assertThatThrownBy(() -> door.signIn(somebody().value(), "Bienvenue2026!", nextPlace()))
                                .isInstanceOf(SignInRefused.class))
                > 0;
    }

    private boolean isRefused(CurrentUser known) {
        try {
            door.signIn(known.email().value(), PASSWORD, nextPlace());
            return false;
        } catch (SignInRefused refused) {
            return true;
        }
    }

    private Visitor nextPlace() {
        guesses++;
        return new Visitor("10.79." + guesses / 250 + "." + guesses % 250);
    }

    private List<String> noted() {
        return transaction.execute(status -> database.sql(
                        "select subject || ' ' || detail from audit_entry where action = 'sign-in.limited'")
                .query(String.class)
                .list());
    }
}
