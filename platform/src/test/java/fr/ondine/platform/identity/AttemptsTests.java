package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.somebody;
import static fr.ondine.testing.Utilities.ILEO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.audit.WatchedLimits;
import fr.ondine.platform.tenancy.RateLimits;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.testing.Utilities;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IdentityTest
class AttemptsTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final IdentitySettings SETTINGS = new IdentitySettings(
            10,
            25,
            100,
            60,
            15,
            5,
            50,
            Duration.ZERO,
            8,
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofHours(1));

    private static final BooleanSupplier STRANGE = () -> false;

    @Autowired
    RateLimits limits;

    @Autowired
    WatchedLimits watched;

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void an_account_is_stopped_for_a_while_after_so_many_tries_from_everywhere() {
        TenantContext.runAs(ILEO, () -> {
            var attempts = new Attempts(limits, watched, SETTINGS);
            var email = somebody().value();
            assertThat(IntStream.range(0, 25)).allMatch(place -> maySignIn(attempts, email, from(1, place)));
            assertThat(maySignIn(attempts, email, from(1, 99))).isFalse();
            assertThat(maySignIn(attempts, somebody().value(), from(1, 99))).isTrue();
        });
    }

    @Test
    void tries_on_an_account_that_is_stopped_do_not_use_up_the_utilitys() {
        TenantContext.runAs(ILEO, () -> {
            var attempts = new Attempts(limits, watched, SETTINGS);
            var email = somebody().value();
            IntStream.range(0, 70).forEach(again -> maySignIn(attempts, email, from(2, 1)));
            assertThat(maySignIn(attempts, email, from(2, 1))).isFalse();
            assertThat(maySignIn(attempts, somebody().value(), from(2, 2))).isTrue();
        });
    }

    @Test
    void what_is_given_back_may_be_tried_again() {
        TenantContext.runAs(ILEO, () -> {
            var attempts = new Attempts(limits, watched, SETTINGS);
            var email = somebody().value();
            var first = attempts.signIn(email, from(3, 1), STRANGE).orElseThrow();
            IntStream.range(1, 10).forEach(again -> maySignIn(attempts, email, from(3, 1)));
            assertThat(maySignIn(attempts, email, from(3, 1))).isFalse();
            attempts.giveBack(first);
            assertThat(maySignIn(attempts, email, from(3, 1))).isTrue();
        });
    }

    @Test
    void who_comes_from_franceconnect_again_and_again_and_is_nobody_is_stopped_for_a_while() {
        TenantContext.runAs(ILEO, () -> {
            var few = new IdentitySettings(10, 25, 20, 60, 15, 5, 50, Duration.ZERO, 8, HOUR, HOUR, HOUR, HOUR, HOUR);
            var attempts = new Attempts(limits, watched, few);
            assertThat(IntStream.range(0, 20)).allMatch(again -> attempts.mayArrive(from(4, 1)));
            assertThat(attempts.mayArrive(from(4, 1))).isFalse();
            assertThat(attempts.mayArrive(from(4, 2))).isTrue();
            attempts.arrived(from(4, 1));
            assertThat(attempts.mayArrive(from(4, 1))).isTrue();
        });
    }

    @Test
    void one_guess_at_each_of_many_accounts_from_many_places_is_stopped_at_that_utility_and_nowhere_else() {
        var attempts = new Attempts(limits, watched, SETTINGS);
        provisioning.provision(Utilities.like(ILEO, "arrosee"));
        TenantContext.runAs(new TenantId("arrosee"), () -> {
            assertThat(IntStream.range(0, 60))
                    .allMatch(guess -> maySignIn(attempts, somebody().value(), from(5, guess)));
            // a permit comes back every fifteen seconds
            assertThat(IntStream.range(60, 65))
                    .anyMatch(guess -> !maySignIn(attempts, somebody().value(), from(5, guess)));
        });
        TenantContext.runAs(
                ILEO,
                () -> assertThat(maySignIn(attempts, somebody().value(), from(5, 99)))
                        .isTrue());
    }

    @Test
    void guesses_in_a_session_that_lies_open_and_at_a_mailed_link_are_told_once_an_hour_whomever_they_are_made_at() {
        var attempts = new Attempts(limits, watched, SETTINGS);
        var utility = new TenantId("guessedwithin");
        provisioning.provision(Utilities.like(ILEO, utility.slug()));
        TenantContext.runAs(utility, () -> {
            for (var user : List.of(new UserId(UUID.randomUUID()), new UserId(UUID.randomUUID()))) {
                assertThat(IntStream.range(0, 10)).allMatch(guess -> attempts.mayConfirm(user));
                assertThat(attempts.mayConfirm(user)).isFalse();
                assertThat(attempts.mayConfirm(user)).isFalse();
            }
            assertThat(told()).containsExactly("confirm 10 in PT15M");
            var waiting = new UserId(UUID.randomUUID());
            assertThat(IntStream.range(0, 10)).allMatch(guess -> attempts.mayActivate(waiting));
            assertThat(told()).containsExactly("confirm 10 in PT15M");
            assertThat(attempts.mayActivate(waiting)).isFalse();
            assertThat(told()).containsExactlyInAnyOrder("confirm 10 in PT15M", "activate 10 in PT15M");
        });
    }

    private List<String> told() {
        return transaction.execute(status -> database.sql(
                        "select subject || ' ' || detail from audit_entry where action = 'sign-in.limited'")
                .query(String.class)
                .list());
    }

    private static boolean maySignIn(Attempts attempts, String email, Visitor visitor) {
        return attempts.signIn(email, visitor, STRANGE).isPresent();
    }

    private static Visitor from(int network, int place) {
        return new Visitor("10.77." + network + "." + place);
    }
}
