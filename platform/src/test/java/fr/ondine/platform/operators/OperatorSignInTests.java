package fr.ondine.platform.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.factors.PasswordRefused;
import fr.ondine.platform.factors.ProofNeeded;
import fr.ondine.platform.factors.WrongCode;
import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.testing.AnswerTimes;
import fr.ondine.testing.Effort;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.TestOperators;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** A password, then a code that counts once; every refusal of a step is the same. */
@PlatformTest
@DirtiesContext // its clock is moved
class OperatorSignInTests {

    private static final String PASSWORD = TestOperators.PASSWORD;

    private final String from = "2001:db8::" + UUID.randomUUID();

    @Autowired
    BeanFactory beans;

    @Autowired
    OperatorSignIn door;

    @Autowired
    FleetDirectory directory;

    @Autowired
    OperatorSessions sessions;

    @Autowired
    OperatorCredentials credentials;

    @Autowired
    OperatorProof proof;

    @Autowired
    TenantClock clock;

    @Autowired
    StatementCount statements;

    private TestOperators.Known anne;

    @BeforeEach
    void an_operator() {
        anne = new TestOperators(beans).come(Permission.OPERATE);
    }

    @Test
    void both_factors_open_the_console() {
        var operator = signIn(code(0));

        assertThat(operator.email()).isEqualTo(anne.email());
        assertThat(sessions.isCurrent(operator)).isTrue();
        assertThat(signedIn()).as("kept in the trail").isOne();
        assertThatThrownBy(() -> signIn("000000")).isInstanceOf(OperatorSignInRefused.class);
        assertThat(signedIn()).isOne();
    }

    @Test
    void unknown_and_wrong_are_one_refusal() {
        assertPasswordRefused(() -> door.password(anne.email(), "another password", from));
        assertPasswordRefused(() -> door.password("nobody@exploitant.fr", PASSWORD, from));
        assertPasswordRefused(() -> door.password("no address", PASSWORD, from));
        assertPasswordRefused(() -> door.password(anne.email(), "x".repeat(2000), from));
    }

    @Test
    void an_unknown_account_costs_as_much_to_refuse() {
        var refused = Effort.of(() -> refuse(anne.email(), from), statements);

        assertThat(refused.hashes()).isOne();
        assertThat(Effort.of(() -> refuse("nobody@exploitant.fr", from), statements))
                .isEqualTo(refused);
    }

    @Test
    @Tag("long") // a busy machine would make it a matter of luck
    void an_unknown_account_takes_as_long_to_refuse() {
        AnswerTimes.assertAlike(
                round -> refuse(anne.email(), from + "-1-" + round),
                round -> refuse("nobody" + round + "@exploitant.fr", from + "-2-" + round));
    }

    @Test
    void a_code_counts_once_and_none_before_it_counts_after() {
        var used = code(30);
        signIn(used);

        assertCodeRefused(used);
        assertCodeRefused(code(0));
        clock.advance(Duration.ofSeconds(60));
        assertThat(signIn(code(0)).email()).isEqualTo(anne.email());
    }

    @Test
    void a_wrong_code_and_an_older_one_are_refused() {
        assertCodeRefused("000000");
        assertCodeRefused(code(-90));
        assertCodeRefused("");
    }

    @Test
    void a_recovery_code_opens_once_however_it_is_typed() {
        var code = anne.recoveryCodes().getFirst();
        signIn(code.toLowerCase().replace("-", " "));

        assertCodeRefused(code);
        assertThat(signIn(anne.recoveryCodes().getLast()).email()).isEqualTo(anne.email());
    }

    @Test
    void codes_are_limited_for_an_account() {
        var given = door.password(anne.email(), PASSWORD, from);
        for (var attempt = 0; attempt < 5; attempt++) {
            assertThatThrownBy(() -> door.code(given, "000000")).isInstanceOf(OperatorSignInRefused.class);
        }

        assertThatThrownBy(() -> door.code(given, code(0)))
                .as("the right one, too late")
                .isInstanceOf(OperatorSignInRefused.class);
    }

    @Test
    void passwords_are_limited_from_one_place_and_the_operator_still_comes_in_from_another() {
        for (var attempt = 0; attempt < 10; attempt++) {
            assertPasswordRefused(() -> door.password(anne.email(), "another password", from));
        }

        assertPasswordRefused(() -> door.password(anne.email(), PASSWORD, from));
        assertThat(door.password(anne.email(), PASSWORD, "192.0.2.99")).isNotNull();
    }

    @Test
    void a_password_that_was_given_long_ago_opens_nothing() {
        var given = door.password(anne.email(), PASSWORD, from);
        clock.advance(Duration.ofMinutes(11));

        assertThatThrownBy(() -> door.code(given, code(0))).isInstanceOf(OperatorSignInRefused.class);
    }

    @Test
    void another_password_ends_the_other_sessions_and_this_one_goes_on() {
        var elsewhere = signIn(code(0));

        var here = credentials.changePassword(elsewhere, PASSWORD, "cinq martres des pins");

        assertThat(sessions.isCurrent(elsewhere)).isFalse();
        assertThat(sessions.isCurrent(here)).isTrue();
        assertPasswordRefused(() -> door.password(anne.email(), PASSWORD, from));
        assertThatThrownBy(() -> credentials.changePassword(here, PASSWORD, "six martres des pins"))
                .hasMessageContaining("password-wrong");
    }

    @Test
    void wrong_passwords_of_colleagues_keep_nobody_from_changing_their_own() {
        var operators = new TestOperators(beans);
        var own = operators.signedIn(Permission.OPERATE);
        for (var colleague = 0; colleague < 5; colleague++) {
            var other = operators.signedIn(Permission.OPERATE);
            for (var guess = 0; guess < 10; guess++) {
                assertThatThrownBy(() -> credentials.changePassword(other, "un mot de passe faux", "cinq martres"))
                        .isInstanceOf(PasswordRefused.class);
            }
        }

        assertThat(credentials
                        .changePassword(own, PASSWORD, "cinq martres des pins")
                        .id())
                .isEqualTo(own.id());
    }

    @Test
    void a_session_that_was_ended_since_its_password_was_typed_changes_nothing() {
        var before = signIn(code(0));
        var factor = credentials.freshFactor(before);
        var changed = credentials.changeFactor(before, PASSWORD, factor, factor.codeAt(clock.instant()));
        var another = credentials.freshFactor(before);
        var code = another.codeAt(clock.instant());

        assertThatThrownBy(() -> credentials.changePassword(before, PASSWORD, "cinq martres des pins"))
                .isInstanceOf(PasswordRefused.class);
        assertThatThrownBy(() -> credentials.changeFactor(before, PASSWORD, another, code))
                .isInstanceOf(PasswordRefused.class);
        assertThat(sessions.isCurrent(changed.operator())).isTrue();
    }

    /** Or else they would prove by it whatever the second factor is asked for. */
    @Test
    void who_finds_an_open_session_and_knows_the_password_puts_no_second_factor_of_theirs_in_its_place() {
        var session = signIn(code(0));
        var factor = credentials.freshFactor(session);
        clock.advance(CurrentOperator.PROOF_LIFE);
        var code = factor.codeAt(clock.instant());

        assertThatThrownBy(() -> credentials.freshFactor(session)).isInstanceOf(ProofNeeded.class);
        assertThatThrownBy(() -> credentials.changeFactor(session, PASSWORD, factor, code))
                .isInstanceOf(ProofNeeded.class);
        assertThat(sessions.isCurrent(session)).isTrue();

        var proven = proof.prove(session, anne.recoveryCodes().getFirst());
        var changed = credentials.changeFactor(proven, PASSWORD, factor, code);
        assertThat(changed.operator().provenAt()).isNotNull();
    }

    @Test
    void another_second_factor_ends_the_other_sessions_the_old_codes_and_the_old_recovery_codes() {
        var before = signIn(code(0));
        var factor = credentials.freshFactor(before);
        assertThatThrownBy(() -> credentials.changeFactor(before, PASSWORD, factor, "000000"))
                .isInstanceOf(WrongCode.class);

        var changed = credentials.changeFactor(before, PASSWORD, factor, factor.codeAt(clock.instant()));

        assertThat(sessions.isCurrent(before)).isFalse();
        assertThat(sessions.isCurrent(changed.operator())).isTrue();
        assertCodeRefused(code(30));
        assertCodeRefused(anne.recoveryCodes().getFirst());
        assertThat(signIn(changed.recoveryCodes().getFirst()).email()).isEqualTo(anne.email());
    }

    private long signedIn() {
        return directory.acts("", 1000).stream()
                .filter(act -> act.actor().equals("operator:" + anne.email()))
                .filter(act -> act.action().equals("signed in"))
                .count();
    }

    private CurrentOperator signIn(String code) {
        return door.code(door.password(anne.email(), PASSWORD, from), code);
    }

    private String code(long secondsFromNow) {
        return anne.factor().codeAt(clock.instant().plusSeconds(secondsFromNow));
    }

    private void assertCodeRefused(String code) {
        assertThatThrownBy(() -> signIn(code))
                .isInstanceOf(OperatorSignInRefused.class)
                .hasMessageContaining("code");
    }

    private static void assertPasswordRefused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(OperatorSignInRefused.class).hasMessageContaining("password");
    }

    private void refuse(String email, String place) {
        assertPasswordRefused(() -> door.password(email, "another password", place));
    }
}
