package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.factors.HashesDone;
import fr.ondine.platform.identity.ActivationRequested;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.RateLimit;
import fr.ondine.platform.tenancy.RateLimits;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.testing.Utilities;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** At the door of a utility at which strangers have used up what all may try. */
@PortalTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class OwnBrowserDoorTests {

    private static final TenantId GUESSED = new TenantId("guessedat");
    private static final TenantId OTHER = new TenantId("notguessedat");
    private static final String PASSWORD = "trois chevaux gris";
    private static final RateLimit OF_ALL = RateLimit.ofAll("sign-in-all", 5, Duration.ofDays(1));

    @LocalServerPort
    int port;

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    Registration registration;

    @Autowired
    Announcements announcements;

    @Autowired
    RateLimits limits;

    private RawHttp http;

    @BeforeEach
    void two_utilities() {
        http = new RawHttp(port);
        provisioning.provision(Utilities.like(Utilities.ILEO, GUESSED.slug()));
        provisioning.provision(Utilities.like(Utilities.ILEO, OTHER.slug()));
    }

    @Test
    void the_browser_that_one_has_signed_in_with_opens_ones_own_account_and_any_other_opens_none() {
        // whoever asks first says how many tries there are: none comes back while this runs
        TenantContext.runAs(GUESSED, () -> limits.stopping(List.of(OF_ALL)));
        var anne = member(GUESSED);
        var bob = member(GUESSED);
        var annes = mark(GUESSED, anne);
        var bobs = mark(GUESSED, bob);
        member(OTHER, anne);
        var annesElsewhere = mark(OTHER, anne);
        spray();

        assertThat(isLetIn(GUESSED, anne, "Accept: */*")).isFalse();
        assertThat(isLetIn(GUESSED, anne, annes)).isTrue();
        assertThat(isLetIn(GUESSED, bob, bobs)).isTrue();
        assertThat(isLetIn(GUESSED, anne, bobs)).as("another account's").isFalse();
        assertThat(isLetIn(GUESSED, bob, annes)).as("another account's").isFalse();
        assertThat(isLetIn(GUESSED, anne, annesElsewhere))
                .as("another utility's")
                .isFalse();
        assertThat(isLetIn(GUESSED, anne, "Cookie: browser=" + RawToken.fresh().value()))
                .as("made up")
                .isFalse();
        assertThat(isLetIn(GUESSED, anne, annes.substring(0, annes.length() - 1)))
                .as("not all of it")
                .isFalse();
        assertThat(isLetIn(OTHER, anne, "Accept: */*")).isTrue();
        assertThat(http.get(host(GUESSED), "/mon-compte", annes).status())
                .as("it signs nobody in")
                .isEqualTo(302);
    }

    /** The last ones at the door, each at another account: what a stranger had tried before is only counted. */
    private void spray() {
        TenantContext.runAs(GUESSED, () -> {
            while (limits.stopping(List.of(OF_ALL)).isEmpty()) {
                // one more guess of a stranger
            }
            limits.giveBack(List.of(OF_ALL, OF_ALL, OF_ALL));
        });
        var compared = 0;
        while (HashesDone.by(() ->
                        assertThat(isLetIn(GUESSED, somebody(), "Accept: */*")).isFalse())
                > 0) {
            compared++;
        }
        assertThat(compared).isEqualTo(3);
    }

    private static EmailAddress somebody() {
        return new EmailAddress("p" + UUID.randomUUID().toString().substring(0, 12) + "@exemple.fr");
    }

    private boolean isLetIn(TenantId utility, EmailAddress email, String header) {
        return signIn(utility, email, header).header("Location").orElse("").endsWith("/tableau-de-bord");
    }

    private String mark(TenantId utility, EmailAddress email) {
        return signIn(utility, email, "Accept: */*").headers("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("browser="))
                .map(cookie -> "Cookie: " + cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private RawHttp.Answer signIn(TenantId utility, EmailAddress email, String header) {
        return http.post(
                host(utility),
                "/connexion",
                "email=" + email.value() + "&password=" + PASSWORD.replace(' ', '+'),
                "Content-Type: application/x-www-form-urlencoded",
                header);
    }

    private EmailAddress member(TenantId utility) {
        var email = somebody();
        member(utility, email);
        return email;
    }

    private void member(TenantId utility, EmailAddress email) {
        TenantContext.runAs(utility, () -> {
            registration.signUp(
                    new NewAccount(email, PASSWORD),
                    new Visitor(UUID.randomUUID().toString()));
            registration.activate(announcements.last(ActivationRequested.class).token(), PASSWORD);
        });
    }

    private static String host(TenantId utility) {
        return utility.slug() + ".localhost";
    }
}
