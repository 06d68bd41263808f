package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.VISITOR;
import static fr.ondine.platform.identity.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.customers.AgreementLinked;
import fr.ondine.platform.factors.HashesDone;
import fr.ondine.platform.identity.ActivationRequested.Reason;
import fr.ondine.platform.oldaccounts.OldAccountAwaits;
import fr.ondine.platform.oldaccounts.OldSalt;
import fr.ondine.platform.oldaccounts.OldSignIn.Proven;
import fr.ondine.platform.oldaccounts.OldSignIn.SignedIn;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.Utilities;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Logins of the portal before this one come over: each once, by a mail, and nobody learns which there are. */
class OldAccountsTests extends OldAccountTest {

    /** Takes some hundred times as long as SHA-1. */
    private static final String COSTLY = "$2y$11$XXXXXXXXXXXXXXXXXXXXXOX1u0xlY0kTod19VG01YAADcxJd6NYLi";

    @Autowired
    Profiles profiles;

    @Autowired
    TenantClock clock;

    @Test
    void the_three_steps_lead_to_an_account_with_the_contracts_and_without_the_old_hash() {
        at(UTILITY, () -> {
            var login = login(null);
            var proven = proven(login);
            assertThat(proven.name().full()).isEqualTo("Jeanne Petit");
            var email = somebody();

            old.comeOver(proven, wanted(email), VISITOR);
            assertThat(cameOver(login)).isFalse();
            assertThat(agreementsOf(email)).isEmpty();
            var mail = mailbox.last(ActivationRequested.class);
            assertThat(mail.reason()).isEqualTo(Reason.CLAIM);
            assertThatThrownBy(() -> registration.activate(mail.token(), "un autre mot de passe"))
                    .isInstanceOf(WrongPassword.class);
            assertThat(cameOver(login)).isFalse();

            registration.activate(mail.token(), PASSWORD);

            assertThat(cameOver(login)).isTrue();
            assertThat(row(login)).as("nothing is kept of it").isEqualTo("{null,null,null,null,null}");
            assertThat(mailbox.last(AgreementLinked.class).number()).isEqualTo(printed(login));
            var user = credentials.signIn(email.value(), PASSWORD, VISITOR);
            assertThat(agreements.ofUser(user.userId())).hasSize(1);
            assertThat(audit(login)).isEqualTo("old-account.came-over");
            assertThatThrownBy(() -> old.signIn(login.number(), OLD_PASSWORD, VISITOR))
                    .isInstanceOf(SignInRefused.class);
        });
    }

    @Test
    void a_wrong_password_an_unknown_number_and_a_utility_without_such_logins_are_one_refusal() {
        at(UTILITY, () -> {
            var login = login(null);
            assertThatThrownBy(() -> old.signIn(login.number(), "eau2020", VISITOR))
                    .isInstanceOf(SignInRefused.class);
            assertThatThrownBy(() -> old.signIn("X" + login.number(), OLD_PASSWORD, VISITOR))
                    .as("a neighbour's password is compared and opens nothing")
                    .isInstanceOf(SignInRefused.class);
            assertThatThrownBy(() -> old.signIn("", "", VISITOR)).isInstanceOf(SignInRefused.class);
        });
        at(WITHOUT, () -> {
            var login = login(somebody());
            assertThatThrownBy(() -> old.signIn(login.number(), OLD_PASSWORD, VISITOR))
                    .isInstanceOf(SignInRefused.class);
            old.sendLink(login.number(), VISITOR);
        });
        assertThat(mailbox.all(ActivationRequested.class)).isEmpty();
    }

    @Test
    void a_number_is_understood_with_spaces_and_in_small_letters() {
        at(UTILITY, () -> {
            var login = login(null);
            var typed = " " + login.number().toLowerCase(Locale.ROOT).replace("C", "c ") + " ";
            assertThat(old.signIn(typed, OLD_PASSWORD, VISITOR)).isInstanceOf(Proven.class);
        });
    }

    @Test
    void ten_wrong_tries_at_a_number_are_enough_from_one_place_and_its_owner_comes_in_from_another() {
        at(UTILITY, () -> {
            var login = login(null);
            for (var tries = 0; tries < 10; tries++) {
                assertThatThrownBy(() -> old.signIn(login.number(), "faux", VISITOR))
                        .isInstanceOf(SignInRefused.class);
            }
            assertThatThrownBy(() -> old.signIn(login.number(), OLD_PASSWORD, VISITOR))
                    .isInstanceOf(SignInRefused.class);
            assertThat(old.signIn(login.number(), OLD_PASSWORD, new Visitor("192.0.2.99")))
                    .isInstanceOf(Proven.class);
        });
    }

    @Test
    void who_has_no_password_any_more_gets_a_link_at_the_address_on_file_and_chooses_one() {
        at(UTILITY, () -> {
            var email = somebody();
            var login = login(email);
            forgetHash(login);
            assertThatThrownBy(() -> old.signIn(login.number(), OLD_PASSWORD, VISITOR))
                    .isInstanceOf(SignInRefused.class);

            old.sendLink(login.number(), VISITOR);

            var mail = mailbox.last(ActivationRequested.class);
            assertThat(mail.email()).isEqualTo(email);
            registration.activate(mail.token(), PASSWORD);
            assertThat(agreementsOf(email)).hasSize(1);
            assertThat(cameOver(login)).isTrue();
        });
    }

    @Test
    void a_link_is_sent_neither_for_an_unknown_number_nor_without_an_address_nor_once_it_has_come_over() {
        at(UTILITY, () -> {
            var over = login(somebody());
            old.comeOver(proven(over), wanted(somebody()), VISITOR);
            registration.activate(mailbox.last(ActivationRequested.class).token(), PASSWORD);
            mailbox.empty();

            old.sendLink("inconnu", VISITOR);
            old.sendLink(login(null).number(), VISITOR);
            old.sendLink(over.number(), VISITOR);

            assertThat(mailbox.all(ActivationRequested.class)).isEmpty();
            assertThat(mailbox.all(OldAccountAwaits.class)).isEmpty();
        });
    }

    @Test
    void the_old_number_signs_in_with_the_new_password_only_where_the_utility_says_so_and_not_by_the_old_one() {
        at(UTILITY, () -> {
            var login = comeOver(somebody());
            assertThatThrownBy(() -> old.signIn(login.number(), PASSWORD, VISITOR))
                    .isInstanceOf(SignInRefused.class);
        });
        at(STILL_BY_NUMBER, () -> {
            var email = somebody();
            var login = comeOver(email);

            assertThat(old.signIn(login.number(), PASSWORD, VISITOR))
                    .isInstanceOfSatisfying(
                            SignedIn.class, in -> assertThat(in.user().email()).isEqualTo(email));
            assertThatThrownBy(() -> old.signIn(login.number(), OLD_PASSWORD, VISITOR))
                    .isInstanceOf(SignInRefused.class);
        });
    }

    @Test
    void after_the_day_that_the_utility_says_the_old_number_signs_nobody_in_and_the_address_still_does() {
        var utility = new TenantId("oldlastday");
        var last = LocalDate.now(clock.withZone(ZoneId.of("Europe/Paris"))).plusDays(2);
        provisioning.provision(Utilities.like(Utilities.ILEO, utility.slug())
                .replace("ancien numéro client)\n", "ancien numéro client)\n  signs-in-until: " + last + "\n"));
        at(utility, () -> {
            var email = somebody();
            var login = comeOver(email);
            assertThat(old.signIn(login.number(), PASSWORD, VISITOR)).isInstanceOf(SignedIn.class);

            var later = Duration.ofDays(3);
            clock.advance(later);
            try {
                assertThatThrownBy(() -> old.signIn(login.number(), PASSWORD, VISITOR))
                        .isInstanceOf(SignInRefused.class);
                assertThat(credentials.signIn(email.value(), PASSWORD, VISITOR).email())
                        .isEqualTo(email);
            } finally {
                clock.advance(later.negated());
            }
        });
    }

    @Test
    void an_account_that_is_deleted_leaves_its_number_to_nobody() {
        at(STILL_BY_NUMBER, () -> {
            var email = somebody();
            var login = comeOver(email);
            var user = credentials.signIn(email.value(), PASSWORD, VISITOR);
            var other = login(null);
            old.comeOver(proven(other), wanted(email), VISITOR);
            assertThat(requests(other)).isEqualTo("1");

            profiles.delete(user, PASSWORD);

            assertThat(requests(other)).isEqualTo("0");
            assertThat(one("select (user_id is null)::text from old_login where number = ?", login.number()))
                    .isEqualTo("true");
            assertThatThrownBy(() -> old.signIn(login.number(), PASSWORD, VISITOR))
                    .isInstanceOf(SignInRefused.class);
            assertThatThrownBy(() -> old.signIn(login.number(), OLD_PASSWORD, VISITOR))
                    .isInstanceOf(SignInRefused.class);
        });
    }

    @Test
    void a_number_of_two_utilities_is_kept_by_each_in_its_own_way() {
        var here = TenantContext.callAs(UTILITY, () -> hashes.wrap("C1", sha1(), OldSalt.NONE));
        var there = TenantContext.callAs(STILL_BY_NUMBER, () -> hashes.wrap("C1", sha1(), OldSalt.NONE));

        assertThat(here).isPresent().isNotEqualTo(there);
        assertThat(here.orElseThrow().wrapped())
                .isNotEqualTo(there.orElseThrow().wrapped());
    }

    @Test
    void a_contract_that_has_passed_on_to_somebody_else_is_not_opened() {
        at(UTILITY, () -> {
            var login = login(null);
            var email = somebody();
            old.comeOver(proven(login), wanted(email), VISITOR);
            passOn(login);

            registration.activate(mailbox.last(ActivationRequested.class).token(), PASSWORD);

            assertThat(agreementsOf(email)).isEmpty();
        });
    }

    @Test
    void a_password_that_does_not_do_is_refused_here_too() {
        at(
                UTILITY,
                () -> assertThatThrownBy(() ->
                                old.comeOver(proven(login(null)), new NewAccount(somebody(), OLD_PASSWORD), VISITOR))
                        .isInstanceOf(PasswordTooShort.class));
    }

    @Test
    void what_is_known_of_a_login_is_not_written_to_a_log() {
        at(UTILITY, () -> {
            var email = somebody();
            var proven = proven(login(email));
            assertThat(proven.toldAddress()).isEqualTo(email.value());
            assertThat(proven.toString()).doesNotContain("Petit", "@");
        });
    }

    @Test
    @Tag("long")
    void an_unknown_number_is_compared_with_a_hash_that_costs_as_much() {
        at(UTILITY, () -> {
            var known = login("Z" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999) + "5", null, COSTLY);
            var unknown = known.number().replaceAll("5$", "4");

            var wrong = shortest(known.number());
            assertThat(shortest(unknown)).isGreaterThan(wrong / 2).isLessThan(wrong * 2);
        });
    }

    @Test
    void two_hashes_are_made_for_every_number_known_or_unknown_or_come_over() {
        at(STILL_BY_NUMBER, () -> {
            var known = login(null).number();
            var comeOver = comeOver(somebody()).number();
            for (var number : List.of(known, comeOver, "C00000000")) {
                assertThat(HashesDone.by(() -> assertThatThrownBy(() -> old.signIn(number, "faux", VISITOR))
                                .isInstanceOf(SignInRefused.class)))
                        .as(number)
                        .isEqualTo(2);
            }
        });
    }

    /** Of several tries, so that what else the machine does counts little. */
    private long shortest(String number) {
        return IntStream.range(0, 3)
                .mapToLong(time -> {
                    var begun = System.nanoTime();
                    assertThatThrownBy(() -> old.signIn(number, "faux", VISITOR))
                            .isInstanceOf(SignInRefused.class);
                    return System.nanoTime() - begun;
                })
                .min()
                .orElseThrow();
    }

    private void forgetHash(Login login) {
        inTransaction(() -> run("update old_login set form = null, wrapped = null where number = ?", login.number()));
    }

    private void passOn(Login login) {
        inTransaction(() -> {
            var other = UUID.randomUUID();
            run(
                    "insert into customer (id, reference, kind, last_name) values (?, ?, 'PERSON', 'Autre')",
                    other,
                    other.toString());
            return run("update agreement set customer_id = ? where number = ?", other, login.agreement());
        });
    }

    private String row(Login login) {
        return one(
                        "select array[form, wrapped, first_name, last_name, email]::text from old_login where number = ?",
                        login.number())
                .replace("NULL", "null");
    }
}
