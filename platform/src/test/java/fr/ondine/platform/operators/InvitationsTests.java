package fr.ondine.platform.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.factors.SecondFactor;
import fr.ondine.platform.factors.WrongCode;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.TestOperators;
import fr.ondine.testing.Utilities;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** An operator comes in by one mailed link, once, and with both factors only. */
@PlatformTest
@DirtiesContext // its clock is moved
class InvitationsTests {

    private static final String PASSWORD = TestOperators.PASSWORD;

    private final EmailAddress email =
            new EmailAddress("i" + UUID.randomUUID().toString().substring(0, 8) + "@exploitant.fr");

    @Autowired
    Operators operators;

    @Autowired
    Invitations invitations;

    @Autowired
    OperatorSignIn door;

    @Autowired
    TenantClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void the_link_leads_to_the_console_and_opens_the_account_once() {
        var link = invite();
        assertThat(CaughtMails.shared().await(email.value()).link())
                .hasScheme("http")
                .hasHost("console.localhost")
                .hasPort(8080)
                .hasPath("/console/invitation");
        var factor = invitations.look(link).orElseThrow().factor();
        var code = factor.codeAt(clock.instant());

        var recovery = invitations.accept(link, PASSWORD, factor, code);

        assertThat(recovery).hasSize(10).doesNotHaveDuplicates().allMatch(each -> each.matches("([A-Z2-7]{4}-?){4}"));
        assertThat(invitations.look(link)).isEmpty();
        assertThatThrownBy(() -> invitations.accept(link, PASSWORD, factor, code))
                .isInstanceOf(InvitationNoLongerValid.class);
        assertThat(signIn(factor).permission()).isEqualTo(Permission.OPERATE);
    }

    @Test
    void of_two_who_accept_at_the_same_moment_one_comes_in() {
        var link = invite();
        var factor = invitations.look(link).orElseThrow().factor();
        var code = factor.codeAt(clock.instant());

        var accepted = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> invitations.accept(link, PASSWORD, factor, code)))
                .limit(4)
                .toList()
                .stream()
                .filter(InvitationsTests::succeeds)
                .count();

        assertThat(accepted).isOne();
    }

    @Test
    void nothing_opens_with_a_wrong_code_or_a_poor_password() {
        var link = invite();
        var factor = invitations.look(link).orElseThrow().factor();
        var code = factor.codeAt(clock.instant());

        assertThatThrownBy(() -> invitations.accept(link, PASSWORD, factor, "000000"))
                .isInstanceOf(WrongCode.class);
        assertThatThrownBy(() -> invitations.accept(link, "trop court", factor, code))
                .hasMessageContaining("too-short");
        assertThatThrownBy(() -> invitations.accept(link, email.value() + "1", factor, code))
                .hasMessageContaining("too-guessable");
        assertThat(invitations.look(link)).isPresent();
    }

    @Test
    void an_invitation_ends_after_a_day_and_gives_way_to_a_newer_one() {
        var old = invite();
        var id = id();
        var fresh = transaction.execute(status -> invitations.issue(id));
        assertThat(invitations.look(old)).isEmpty();
        assertThat(invitations.look(fresh)).isPresent();

        clock.advance(Duration.ofHours(25));

        assertThat(invitations.look(fresh)).isEmpty();
    }

    @Test
    void a_link_that_was_being_written_while_its_operator_was_sent_away_opens_nothing() {
        var link = invite();
        var factor = invitations.look(link).orElseThrow().factor();
        var id = id();
        transaction.executeWithoutResult(
                status -> database.sql("update platform.operator_account set state = 'REVOKED' where id = ?")
                        .param(id)
                        .update());

        assertThat(invitations.look(link)).isEmpty();
        assertThatThrownBy(() -> invitations.accept(link, PASSWORD, factor, factor.codeAt(clock.instant())))
                .isInstanceOf(InvitationNoLongerValid.class);
    }

    @Test
    void nothing_that_opens_an_account_is_kept_readable() {
        var link = invite();
        var factor = invitations.look(link).orElseThrow().factor();
        var recovery = invitations.accept(link, PASSWORD, factor, factor.codeAt(clock.instant()));

        var kept = transaction.execute(status -> database.sql("select row_to_json(o)::text || coalesce("
                        + "(select string_agg(mac, ' ') from platform.operator_recovery_code c where c.operator_id = o.id),"
                        + " '') from platform.operator_account o where email = ?")
                .param(email.value())
                .query(String.class)
                .single());

        assertThat(kept).contains("argon2id").doesNotContain(link.value(), factor.key(), PASSWORD);
        assertThat(recovery).noneMatch(code -> kept.contains(code) || kept.contains(code.replace("-", "")));
    }

    @Test
    void no_utility_can_read_operators() {
        assertThatThrownBy(() -> TenantContext.callAs(
                        Utilities.SIEGVO,
                        () -> transaction.execute(status -> database.sql("select email from platform.operator_account")
                                .query(String.class)
                                .list())))
                .isInstanceOf(BadSqlGrammarException.class)
                .hasStackTraceContaining("permission denied for table operator_account");
    }

    private CurrentOperator signIn(SecondFactor factor) {
        var given = door.password(email.value(), PASSWORD, "192.0.2.7");
        return door.code(given, factor.codeAt(clock.instant().plusSeconds(30)));
    }

    private RawToken invite() {
        operators.inviteFromOutside("operator:test", email, "Anne Martin", Permission.OPERATE);
        return TestOperators.invitation(email);
    }

    private UUID id() {
        return transaction.execute(status -> database.sql("select id from platform.operator_account where email = ?")
                .param(email.value())
                .query(UUID.class)
                .single());
    }

    private static boolean succeeds(CompletableFuture<?> attempt) {
        try {
            attempt.join();
            return true;
        } catch (CompletionException refused) {
            assertThat(refused).hasCauseInstanceOf(InvitationNoLongerValid.class);
            return false;
        }
    }
}
