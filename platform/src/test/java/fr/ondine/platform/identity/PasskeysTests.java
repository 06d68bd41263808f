package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.VISITOR;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.identity.PasskeyChanged.What;
import fr.ondine.platform.passkeys.PasskeyCheck;
import fr.ondine.platform.passkeys.PasskeyQuestion;
import fr.ondine.platform.passkeys.PasskeyRefused;
import fr.ondine.platform.passkeys.PasskeyTable;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.PasskeyDevice;
import fr.ondine.testing.Utilities;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a passkey opens, and all that is answered in its place. */
class PasskeysTests extends PasskeyTest {

    @Autowired
    TenantClock clock;

    @Test
    void opens_the_account_it_was_added_to_by_its_owners_password_and_the_owner_is_told() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var device = added(user);

            assertThat(told(What.ADDED)).isEqualTo("Mon téléphone");
            assertThat(signIn(device).userId()).isEqualTo(user.userId());
            assertThat(passkeys.of(user.userId())).singleElement().satisfies(passkey -> {
                assertThat(passkey.name()).isEqualTo("Mon téléphone");
                assertThat(passkey.host()).isEqualTo(HOST);
                assertThat(passkey.lastUsedAt()).isNotNull();
            });
            assertThat(actions(user)).contains("passkey.added");
        });
    }

    @Test
    void the_sign_in_page_names_no_passkey_and_the_device_is_told_nothing_of_the_account_but_the_address() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            assertThat(passkeys.ask(HOST).options())
                    .contains("\"allowCredentials\":[]", "\"userVerification\":\"required\"", "\"rpId\":\"" + HOST);
            assertThat(passkeys.askForNew(user, PASSWORD, HOST).options())
                    .contains("\"residentKey\":\"required\"", "\"attestation\":\"none\"", user.address())
                    .doesNotContain(user.userId().toString());
            assertThat(passkeys.ask("HTTP://ailleurs.example").question().host())
                    .isEqualTo(HOST);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void what_is_not_for_this_host_and_question_by_who_was_recognised_adds_nothing(
            String what, Consumer<PasskeyDevice> lie) {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var device = new PasskeyDevice(ORIGIN);
            lie.accept(device);
            var asked = passkeys.askForNew(user, PASSWORD, HOST);

            assertThatThrownBy(() -> passkeys.add(user, asked.question(), device.make(asked.options()), "Clé"))
                    .as(what)
                    .isInstanceOf(PasskeyRefused.class);
            assertThat(passkeys.of(user.userId())).isEmpty();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void what_is_not_for_this_host_and_question_by_who_was_recognised_opens_nothing(
            String what, Consumer<PasskeyDevice> lie) {
        TenantContext.runAs(SIEGVO, () -> {
            var device = added(people.active());
            lie.accept(device);
            assertRefused(device, what);
        });
    }

    @Test
    void an_answer_counts_once_in_its_time_and_as_what_it_was_asked_for() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var device = added(user);
            var asked = passkeys.ask(HOST);
            var answer = device.show(asked.options());
            assertThat(passkeys.signIn(asked.question(), answer, VISITOR)).isNotNull();
            assertThatThrownBy(() -> passkeys.signIn(asked.question(), answer, VISITOR))
                    .as("replayed")
                    .isInstanceOf(SignInRefused.class);

            var late = passkeys.ask(HOST);
            var lateNew = passkeys.askForNew(user, PASSWORD, HOST);
            clock.advance(PasskeyCheck.LIFE);
            assertThatThrownBy(() -> passkeys.signIn(late.question(), device.show(late.options()), VISITOR))
                    .as("too late")
                    .isInstanceOf(SignInRefused.class);
            assertThatThrownBy(() -> passkeys.add(
                            user, lateNew.question(), new PasskeyDevice(ORIGIN).make(lateNew.options()), "Clé"))
                    .as("too late")
                    .isInstanceOf(PasskeyRefused.class);

            var made = passkeys.askForNew(user, PASSWORD, HOST);
            assertThatThrownBy(() -> passkeys.signIn(made.question(), device.make(made.options()), VISITOR))
                    .as("made, not shown")
                    .isInstanceOf(SignInRefused.class);
        });
    }

    @Test
    void of_two_who_answer_one_question_at_the_same_moment_one_comes_in() {
        TenantContext.runAs(SIEGVO, () -> {
            var device = added(people.active());
            var asked = passkeys.ask(HOST);
            var answer = device.show(asked.options());
            var in = IntStream.range(0, 4)
                    .parallel()
                    .filter(one -> TenantContext.callAs(SIEGVO, () -> isIn(asked.question(), answer)))
                    .count();
            assertThat(in).isEqualTo(1);
        });
    }

    @Test
    void one_that_nobody_has_or_that_is_kept_for_somebody_else_or_makes_no_sense_is_refused_in_the_same_words() {
        TenantContext.runAs(SIEGVO, () -> {
            var device = added(people.active());
            assertRefused(new PasskeyDevice(ORIGIN).ownedBy(new byte[32]), "unknown");
            assertRefused(device.ofTheSameName().ownedBy(new byte[32]), "another key");
            assertRefused(device.ownedBy(new byte[32]), "kept for somebody else");
            var cut = device.show(passkeys.ask(HOST).options()).replaceFirst("(authenticatorData\":\")[^\"]{90}", "$1");
            for (var nonsense : new String[] {"", "null", "{}", "[]", "{\"id\":\"AA\"}", "x".repeat(30_000), cut}) {
                assertThatThrownBy(() -> passkeys.signIn(passkeys.ask(HOST).question(), nonsense, VISITOR))
                        .isInstanceOf(SignInRefused.class);
            }
        });
    }

    @Test
    void one_utilitys_opens_nothing_at_another_whatever_name_it_has_there() {
        var device = TenantContext.callAs(SIEGVO, () -> added(people.active()));
        TenantContext.runAs(MALESHERBOIS, () -> {
            var theirs = "http://malesherbois.localhost:8080";
            assertRefused(device.at(theirs), "unknown here");
            var person = people.active();
            var other = device.ofTheSameName();
            add(person, other, "malesherbois.localhost");
            assertRefused(device, "the same name, another key");
            assertThat(signIn(other, "malesherbois.localhost").userId()).isEqualTo(person.userId());
            var asked = passkeys.ask("malesherbois.localhost");
            var here = new PasskeyQuestion(
                    asked.question().challenge(), HOST, asked.question().until());
            assertThatThrownBy(() -> passkeys.signIn(here, device.at(ORIGIN).show(asked.options()), VISITOR))
                    .as("a question of another host")
                    .isInstanceOf(SignInRefused.class);
        });
        TenantContext.runAs(SIEGVO, () -> assertThat(signIn(device.at(ORIGIN))).isNotNull());
    }

    @Test
    void one_that_counts_backwards_is_refused_and_its_owner_told() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var device = new PasskeyDevice(ORIGIN).counting(7);
            add(user, device, HOST);
            assertThat(signIn(device)).isNotNull();

            assertRefused(device.counting(8), "as far as before");
            assertThat(told(What.COPIED)).isEqualTo("Mon téléphone");
            assertThat(actions(user)).contains("passkey.copied");
            mailbox.empty();
            assertRefused(device.counting(7).recognising(false), "not even the owner's");
            assertThat(mailbox.all(PasskeyChanged.class)).isEmpty();

            assertThat(signIn(device.recognising(true).counting(20))).isNotNull();
        });
    }

    @Test
    void of_two_answers_that_count_as_far_one_is_noted() {
        TenantContext.runAs(SIEGVO, () -> {
            var device = added(people.active());
            var noted = transaction.execute(status -> {
                var table = PasskeyTable.ofSubscribers(database);
                var passkey = table.find(device.id()).orElseThrow().id();
                return IntStream.of(5, 5, 4, 6)
                        .filter(counter -> table.use(passkey, counter, clock.instant()))
                        .toArray();
            });
            assertThat(noted).containsExactly(5, 6);
        });
    }

    @Test
    void a_host_that_the_utility_has_no_more_is_told_and_lets_nobody_in() {
        var utility = new TenantId("passmoved");
        provisioning.provision(Utilities.like(MALESHERBOIS, utility.slug()));
        var device = new PasskeyDevice("http://passmoved.localhost:8080");
        var user = TenantContext.callAs(utility, () -> {
            var person = people.active();
            add(person, device, "passmoved.localhost");
            return person;
        });
        provisioning.provision(Utilities.like(MALESHERBOIS, utility.slug())
                .replace("passmoved.localhost", "portail.passmoved.localhost"));

        TenantContext.runAs(utility, () -> {
            assertThat(passkeys.of(user.userId()).getFirst().host()).isEqualTo("passmoved.localhost");
            assertThat(passkeys.hostOf("passmoved.localhost")).isEqualTo("portail.passmoved.localhost");
            assertThatThrownBy(() -> signIn(device, "passmoved.localhost")).isInstanceOf(SignInRefused.class);
            device.at("http://portail.passmoved.localhost:8080").signingFor("portail.passmoved.localhost");
            assertThatThrownBy(() -> signIn(device, "portail.passmoved.localhost"))
                    .as("even if the device signed for any host")
                    .isInstanceOf(SignInRefused.class);
            var fresh = new PasskeyDevice("http://portail.passmoved.localhost:8080");
            add(user, fresh, "portail.passmoved.localhost");
            assertThat(signIn(fresh, "portail.passmoved.localhost")).isNotNull();
        });
    }

    @Test
    void wrong_answers_are_counted_as_wrong_passwords_are_and_right_ones_are_not() {
        TenantContext.runAs(SIEGVO, () -> {
            var device = added(people.active());
            for (var right = 0; right < 12; right++) {
                assertThat(signIn(device)).isNotNull();
            }
            device.recognising(false);
            for (var wrong = 0; wrong < 10; wrong++) {
                assertRefused(device, "wrong");
            }
            assertRefused(device.recognising(true), "right, after too many wrong ones");
            var asked = passkeys.ask(HOST);
            assertThat(passkeys.signIn(asked.question(), device.show(asked.options()), new Visitor("192.0.2.8")))
                    .as("from somewhere else")
                    .isNotNull();
        });
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("another site", device -> device.at("https://siegvo.example")),
                lie("another scheme", device -> device.at("https://" + HOST + ":8080")),
                lie("another utility's host", device -> device.at("http://malesherbois.localhost:8080")),
                lie("a host below", device -> device.at("http://a." + HOST + ":8080")),
                lie("another port", device -> device.at("http://" + HOST)),
                lie("signed for another host", device -> device.signingFor("malesherbois.localhost")),
                lie("signed for the parent", device -> device.signingFor("localhost")),
                lie("another question", device -> device.answering("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")),
                lie("nobody was recognised", device -> device.recognising(false)));
    }

    private static Arguments lie(String what, Consumer<PasskeyDevice> lie) {
        return Arguments.of(what, lie);
    }

    private boolean isIn(PasskeyQuestion question, String answer) {
        try {
            passkeys.signIn(question, answer, VISITOR);
            return true;
        } catch (SignInRefused refused) {
            return false;
        }
    }

    private List<String> actions(CurrentUser user) {
        return transaction.execute(status -> database.sql("select action from audit_entry where subject = ?")
                .param("user:" + user.userId())
                .query(String.class)
                .list());
    }
}
