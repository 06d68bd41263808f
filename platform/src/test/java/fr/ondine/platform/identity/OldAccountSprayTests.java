package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.oldaccounts.OldSignIn.Proven;
import fr.ondine.platform.oldaccounts.OldSignIn.SignedIn;
import fr.ondine.platform.tenancy.RateLimit;
import fr.ondine.platform.tenancy.RateLimits;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.Utilities;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many places, many numbers, one password each: no single limit sees it but that of the utility's old logins. */
class OldAccountSprayTests extends OldAccountTest {

    private static final TenantId SPRAYED = new TenantId("oldsprayed");
    private static final TenantId OWN = new TenantId("oldsprayedown");

    /** More than comes back while this runs, at two in three minutes. */
    private static final int MARGIN = 5;

    @Autowired
    IdentitySettings settings;

    @Autowired
    People people;

    @Autowired
    Sessions sessions;

    @Autowired
    RateLimits limits;

    @Test
    void one_common_password_over_many_numbers_is_stopped_at_that_utility_and_for_old_numbers_alone() {
        var limit = settings.oldSignInsPerUtility();
        provisioning.provision(Utilities.like(Utilities.ILEO, SPRAYED.slug()));
        at(SPRAYED, () -> {
            var login = login(null);
            spray(0, limit - MARGIN);
            IntStream.range(0, 2 * MARGIN)
                    .forEach(right -> assertThat(tried(login, right))
                            .as("a right one counts for nothing")
                            .isInstanceOf(Proven.class));

            spray(limit, limit + 2 * MARGIN);

            assertThatThrownBy(() -> tried(login, 2 * MARGIN))
                    .as("even a right one, from wherever it comes")
                    .isInstanceOf(SignInRefused.class);
            var email = people.active().email();
            assertThatThrownBy(() -> credentials.signIn(email.value(), OLD_PASSWORD, VISITOR))
                    .isInstanceOf(SignInRefused.class);
            assertThat(credentials.signIn(email.value(), PASSWORD, VISITOR).email())
                    .as("who signs in by the address is let in")
                    .isEqualTo(email);
        });
        at(STILL_BY_NUMBER, () -> assertThat(tried(login(null), 0)).isInstanceOf(Proven.class));
    }

    @Test
    void who_has_come_over_comes_in_by_the_number_with_their_own_browser_and_with_no_other() {
        provisioning.provision(Utilities.like(Utilities.ILEO, OWN.slug())
                .replace("ancien numéro client)\n", "ancien numéro client)\n  signs-in-until: 2999-12-31\n"));
        at(OWN, () -> {
            // whoever asks first says how many tries there are: none comes back while this runs
            var ofAll = RateLimit.ofAll("other-sign-in-all", 5, Duration.ofDays(1));
            limits.stopping(List.of(ofAll));
            var email = People.somebody();
            var login = comeOver(email);
            var user = credentials.signIn(email.value(), PASSWORD, VISITOR);
            var mark = sessions.begin(user, Browser.UNKNOWN, Optional.empty()).mark();
            while (limits.stopping(List.of(ofAll)).isEmpty()) {
                // one more guess of a stranger
            }

            assertThat(old.signIn(login.number(), PASSWORD, new Visitor("10.78.9.1", mark)))
                    .isInstanceOf(SignedIn.class);
            assertThatThrownBy(() -> old.signIn(login.number(), PASSWORD, new Visitor("10.78.9.2")))
                    .isInstanceOf(SignInRefused.class);
            assertThatThrownBy(() -> old.signIn(login.number(), PASSWORD, new Visitor("10.78.9.3", RawToken.fresh())))
                    .isInstanceOf(SignInRefused.class);
            assertThatThrownBy(() -> old.signIn(login(null).number(), OLD_PASSWORD, new Visitor("10.78.9.4", mark)))
                    .as("of a number that is nobody's account yet")
                    .isInstanceOf(SignInRefused.class);
        });
    }

    private void spray(int from, int to) {
        IntStream.range(from, to)
                .forEach(guess -> assertThatThrownBy(
                                () -> old.signIn("C" + (30_000_000 + guess), "Bienvenue1", place(guess)))
                        .isInstanceOf(SignInRefused.class));
    }

    private Object tried(Login login, int place) {
        return old.signIn(login.number(), OLD_PASSWORD, place(1000 + place));
    }

    private static Visitor place(int place) {
        return new Visitor("10.78." + place / 250 + "." + place % 250);
    }
}
