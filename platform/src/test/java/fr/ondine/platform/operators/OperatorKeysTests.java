package fr.ondine.platform.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.factors.PasswordRefused;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.TestOperators;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** An operator's key opens for a program what both may do, until it ends; every key that ended is like one that never was. */
@PlatformTest
@TestPropertySource(properties = {"ondine.operators.wrong-keys-per-address=3", "ondine.operators.requests-per-key=5"})
@DirtiesContext // its clock is moved
class OperatorKeysTests {

    private static final String PASSWORD = TestOperators.PASSWORD;
    private static final Duration MONTH = Duration.ofDays(30);

    private final String from = "2001:db8::" + UUID.randomUUID();

    @Autowired
    BeanFactory beans;

    @Autowired
    OperatorKeys keys;

    @Autowired
    OperatorCredentials credentials;

    @Autowired
    KeyDoor door;

    @Autowired
    Operators operators;

    @Autowired
    TenantClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private CurrentOperator anne;

    @BeforeEach
    void an_operator() {
        anne = new TestOperators(beans).signedIn(Permission.OPERATE);
    }

    @Test
    void a_key_opens_as_its_operator_and_names_itself() {
        var key = keys.create(anne, wish("nightly", Permission.VIEW), PASSWORD);

        var program = door.open(key, from);

        assertThat(program.id()).isEqualTo(anne.id());
        assertThat(program.permission()).isEqualTo(Permission.VIEW);
        assertThat(program.actor()).isEqualTo("operator:" + anne.email() + " key:nightly");
        assertThat(keys.of(anne)).singleElement().satisfies(listed -> {
            assertThat(listed.name()).isEqualTo("nightly");
            assertThat(listed.lastUsedAt()).isNotNull();
        });
    }

    @Test
    void of_a_key_only_the_digest_is_kept() {
        var key = keys.create(anne, wish("nightly", Permission.VIEW), PASSWORD);

        assertThat(key).matches("ondk_[A-Za-z0-9_-]{43}");
        assertThat(texts("select k::text from platform.operator_key k where operator_id = ?", anne.id()))
                .singleElement()
                .asString()
                .contains("nightly")
                .doesNotContain(key.substring(OperatorKeys.PREFIX.length()));
    }

    @Test
    void a_key_may_no_more_than_its_operator_also_later() {
        assertThatThrownBy(() -> keys.create(anne, wish("all", Permission.ADMINISTER), PASSWORD))
                .isInstanceOf(PermissionMissing.class);
        var key = keys.create(anne, wish("nightly", Permission.OPERATE), PASSWORD);

        operators.allow(administrator(), anne.id(), Permission.VIEW);

        assertThat(door.open(key, from).permission()).isEqualTo(Permission.VIEW);
    }

    @Test
    void what_is_impossible_is_refused_and_so_is_a_wrong_password() {
        for (var wish : new KeyWish[] {
            new KeyWish(" ", Permission.VIEW, MONTH),
            new KeyWish("x".repeat(61), Permission.VIEW, MONTH),
            new KeyWish("two\nlines", Permission.VIEW, MONTH),
            new KeyWish("for ever", Permission.VIEW, KeyWish.LONGEST.plusSeconds(1)),
            new KeyWish("never", Permission.VIEW, Duration.ZERO)
        }) {
            assertThatThrownBy(() -> keys.create(anne, wish, PASSWORD)).isInstanceOf(OperatorRefused.class);
        }
        assertThatThrownBy(() -> keys.create(anne, wish("nightly", Permission.VIEW), "another password"))
                .isInstanceOf(PasswordRefused.class);
        assertThat(keys.of(anne)).isEmpty();
    }

    @Test
    void a_session_that_was_ended_since_the_password_was_typed_makes_none() {
        credentials.changePassword(anne, PASSWORD, "cinq martres des pins");

        assertThatThrownBy(() -> keys.create(anne, wish("nightly", Permission.VIEW), "cinq martres des pins"))
                .isInstanceOf(PasswordRefused.class);

        assertThat(keys.of(anne)).isEmpty();
    }

    @Test
    void unknown_expired_revoked_and_of_one_who_left_are_one_refusal() {
        var revoked = keys.create(anne, wish("revoked", Permission.VIEW), PASSWORD);
        keys.revoke(anne, keys.of(anne).getFirst().id());
        var expired = keys.create(anne, new KeyWish("short", Permission.VIEW, Duration.ofHours(1)), PASSWORD);
        clock.advance(Duration.ofHours(1));
        var paul = new TestOperators(beans).signedIn(Permission.OPERATE);
        var left = keys.create(paul, wish("left", Permission.VIEW), PASSWORD);
        operators.revoke(administrator(), paul.id());

        Stream.of(revoked, expired, left, "ondk_" + "x".repeat(43), "", "é".repeat(5000))
                .forEach(key -> assertThatThrownBy(() -> door.open(key, "2001:db8::" + UUID.randomUUID()))
                        .isInstanceOf(KeyRefused.class)
                        .hasMessage("operators.key-refused []"));
    }

    @Test
    void who_comes_back_by_another_invitation_has_no_key_of_before() {
        var known = new TestOperators(beans).come(Permission.OPERATE);
        var paul = new TestOperators(beans).signIn(known);
        var key = keys.create(paul, wish("nightly", Permission.VIEW), PASSWORD);

        operators.inviteAgain(administrator(), paul.id());
        assertThat(door.open(key, from)).as("not before it is accepted").isNotNull();
        new TestOperators(beans).accept(known.email(), 2);

        assertThatThrownBy(() -> door.open(key, from)).isInstanceOf(KeyRefused.class);
    }

    @Test
    void nobody_ends_the_key_of_another() {
        var key = keys.create(anne, wish("nightly", Permission.VIEW), PASSWORD);
        var id = keys.of(anne).getFirst().id();

        keys.revoke(administrator(), id);

        assertThat(door.open(key, from)).isNotNull();
    }

    @Test
    void wrong_keys_are_counted_by_address_and_right_ones_by_key() {
        var key = keys.create(anne, wish("nightly", Permission.VIEW), PASSWORD);
        for (var each = 0; each < 5; each++) {
            door.open(key, from);
        }
        assertThatThrownBy(() -> door.open(key, from))
                .isInstanceOfSatisfying(
                        KeyBusy.class, busy -> assertThat(busy.seconds()).isBetween(1L, 60L));

        var stranger = "2001:db8::" + UUID.randomUUID();
        for (var each = 0; each < 3; each++) {
            assertThatThrownBy(() -> door.open("ondk_guess", stranger)).isInstanceOf(KeyRefused.class);
        }
        assertThatThrownBy(() -> door.open("ondk_guess", stranger)).isInstanceOf(KeyBusy.class);
    }

    @Test
    void what_was_made_and_ended_is_written_down() {
        keys.create(anne, wish("nightly", Permission.VIEW), PASSWORD);
        keys.revoke(anne, keys.of(anne).getFirst().id());

        assertThat(texts(
                        "select action || ' ' || detail from platform.operator_audit"
                                + " where actor = ? and action like 'key %' order by id",
                        anne.actor()))
                .satisfiesExactly(
                        made -> assertThat(made).startsWith("key created nightly VIEW until "),
                        ended -> assertThat(ended).isEqualTo("key revoked nightly"));
    }

    private List<String> texts(String sql, Object parameter) {
        return transaction.execute(
                status -> database.sql(sql).param(parameter).query(String.class).list());
    }

    private CurrentOperator administrator() {
        return new TestOperators(beans).signedIn(Permission.ADMINISTER);
    }

    private static KeyWish wish(String name, Permission permission) {
        return new KeyWish(name, permission, MONTH);
    }
}
