package fr.ondine.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.journeys.PortalTest;
import fr.ondine.journeys.RawHttp;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.SeeAs;
import fr.ondine.platform.customers.SeenAs;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody tries who looks at the portal as a subscriber sees it: to write, to stay, to be somebody elsewhere. */
@PortalTest
class SeeingAsTests {

    private static final String PASSWORD = "trois chevaux gris";
    private static final String AGE = "fr.ondine.ui.session.HybridSession.named";

    private final TenantId utility =
            new TenantId("v" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
    private final CurrentStaff anne =
            ProvenStaff.of(utility.slug(), UUID.randomUUID(), "anne@b.fr", "Anne", StaffRole.AGENT, 0);

    @LocalServerPort
    int port;

    @Autowired
    Fleet fleet;

    @Autowired
    Tenants tenants;

    @Autowired
    SeeAs door;

    @Autowired
    Sessions accounts;

    @Autowired
    SessionRepository<? extends Session> sessions;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private AgreementId agreement;
    private UserId user;

    @BeforeEach
    void a_utility_that_wants_it_with_an_agent_and_a_subscriber() {
        fleet.add(seen(Utilities.like(Utilities.SIEGVO, utility.slug())), "operator:test");
        tenants.refresh();
        in(() -> {
            database.sql("insert into staff_member (id, email, name, role, state, created_at)"
                            + " values (?, ?, 'Anne Martin', 'AGENT', 'ACTIVE', now())")
                    .params(anne.id(), anne.id() + "@exemple.fr")
                    .update();
            agreement = new Rows(database).agreement();
            user = new Rows(database).user();
            new Rows(database).link(user, agreement);
            return null;
        });
    }

    @Test
    void it_shows_the_portal_and_neither_account_nor_claims_and_takes_no_form() {
        var cookie = cookie(inFuture());
        assertThat(get("/tableau-de-bord", cookie).status()).isEqualTo(200);
        var http = new RawHttp(port);
        for (var path :
                new String[] {"/fuites/" + UUID.randomUUID() + "/attestation", "/contrats/lier", "/mon-compte"}) {
            assertThat(http.post(host(utility), path, "x=y", "Cookie: " + cookie, "Origin: http://" + host(utility))
                            .status())
                    .as(path)
                    .isIn(403);
        }
    }

    @Test
    void what_is_its_owners_alone_is_not_given_and_nobody_becomes_the_subscriber_by_another_way_in() {
        var cookie = cookie(inFuture());
        for (var path : new String[] {
            "/mon-compte/mes-donnees.zip", "/connexion/franceconnect", "/login/oauth2/code/franceconnect?state=x&code=y"
        }) {
            assertThat(get(path, cookie).status()).as(path).isEqualTo(403);
        }
        assertThat(get("/connexion/franceconnect?v-r=uidl", cookie).status()).isEqualTo(404);
        assertThat(get("/tableau-de-bord", cookie).status()).isEqualTo(200);
    }

    @Test
    void once_it_is_over_the_session_is_staffs_again_under_another_name() {
        var cookie = cookie(clock.instant().minusSeconds(1));
        var answer = get("/tableau-de-bord", cookie);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location").orElse("")).endsWith("/gestion/comptes/" + agreement.value());
        assertThat(answer.headers("Set-Cookie")).anyMatch(set -> set.startsWith("session="));
        assertThat(get("/tableau-de-bord", cookie).header("Location").orElse(""))
                .as("the old session is nobody's")
                .doesNotContain("/gestion");
    }

    @Test
    void who_looked_and_comes_back_is_signed_in_no_longer_by_it() {
        var cookie = cookie(clock.instant().minusSeconds(1));
        var signedIn = Instant.now().minus(Duration.ofHours(11));
        age(cookie, signedIn);
        var back = get("/tableau-de-bord", cookie).headers("Set-Cookie").stream()
                .filter(set -> set.startsWith("session="))
                .map(set -> set.replaceFirst(";.*", ""))
                .findFirst()
                .orElseThrow();
        assertThat(get("/gestion", back).status()).isEqualTo(200);

        age(back, age(back).minus(Duration.ofHours(1)));

        assertThat(get("/gestion", back).header("Location").orElse("")).contains("/gestion/connexion");
    }

    private Instant age(String cookie) {
        return TenantContext.callAs(utility, () -> found(cookie).getAttribute(AGE));
    }

    private <S extends Session> void age(String cookie, Instant since) {
        TenantContext.runAs(utility, () -> {
            @SuppressWarnings("unchecked")
            var all = (SessionRepository<S>) sessions;
            var session = Objects.requireNonNull(all.findById(id(cookie)));
            session.setAttribute(AGE, since);
            all.save(session);
        });
    }

    private Session found(String cookie) {
        return Objects.requireNonNull(sessions.findById(id(cookie)));
    }

    private static String id(String cookie) {
        return new String(Base64.getDecoder().decode(cookie.substring("session=".length())), StandardCharsets.UTF_8);
    }

    @Test
    void it_ends_with_the_staff_members_account_with_their_role_and_with_the_utilitys_wish() {
        var removed = cookie(inFuture());
        in(() -> database.sql("update staff_member set state = 'SUSPENDED', security_version = 1")
                .update());
        assertThat(get("/tableau-de-bord", removed).header("Location").orElse(""))
                .contains("/connexion");
        in(() -> database.sql("update staff_member set state = 'ACTIVE', security_version = 0")
                .update());

        var gone = cookie(inFuture());
        in(() -> database.sql("update user_account set security_version = security_version + 1")
                .update());
        assertThat(get("/tableau-de-bord", gone).header("Location").orElse("")).contains("/gestion/comptes/");

        var unwanted = cookie(inFuture());
        fleet.configure(utility.slug(), Utilities.like(Utilities.SIEGVO, utility.slug()), "operator:test", "off");
        tenants.refresh();
        assertThat(get("/tableau-de-bord", unwanted).header("Location").orElse(""))
                .contains("/gestion/comptes/");
    }

    @Test
    void it_is_nobody_at_another_host_and_no_page_of_the_back_office_keeps_it() {
        var cookie = cookie(inFuture());
        assertThat(new RawHttp(port)
                        .get(host(Utilities.SIEGVO), "/tableau-de-bord", "Cookie: " + cookie)
                        .header("Location")
                        .orElse(""))
                .contains("/connexion");

        var other = cookie(inFuture());
        assertThat(get("/gestion/comptes/" + agreement.value(), other).status()).isEqualTo(200);
        assertThat(get("/tableau-de-bord", other).header("Location").orElse(""))
                .as("the session that looked is over")
                .contains("/connexion");
        assertThat(in(() -> database.sql("select count(*) from audit_entry where action = 'see-as.ended'"
                                + " and actor = ? and subject = ?")
                        .params(anne.actor(), "user:" + user.value())
                        .query(Long.class)
                        .single()))
                .isOne();
    }

    @Test
    void whoever_signs_in_over_it_ends_it_where_it_was_and_a_wrong_password_does_not() {
        var cookie = cookie(inFuture());
        var elsewhere = cookie(inFuture());
        var marie = member(utility);
        var paul = member(Utilities.SIEGVO);

        assertThat(signIn(utility, marie, "huit chevaux gris", cookie)).contains("/connexion");
        assertThat(ended(utility)).isZero();
        assertThat(get("/tableau-de-bord", cookie).status()).isEqualTo(200);
        assertThat(signIn(utility, marie, PASSWORD, cookie)).endsWith("/tableau-de-bord");
        assertThat(ended(utility)).isOne();

        assertThat(signIn(Utilities.SIEGVO, paul, PASSWORD, elsewhere)).endsWith("/tableau-de-bord");
        assertThat(ended(Utilities.SIEGVO)).isZero();
    }

    private String member(TenantId where) {
        var hash = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 19_456, 2).encode(PASSWORD);
        return TenantContext.callAs(
                where,
                () -> transaction.execute(
                        status -> database.sql("update user_account set password_hash = ? where id = ? returning email")
                                .params(hash, new Rows(database).user().value())
                                .query(String.class)
                                .single()));
    }

    private String signIn(TenantId where, String email, String password, String cookie) {
        return new RawHttp(port)
                .post(
                        host(where),
                        "/connexion",
                        "email=" + email + "&password=" + password.replace(' ', '+'),
                        "Content-Type: application/x-www-form-urlencoded",
                        "Cookie: " + cookie)
                .header("Location")
                .orElse("");
    }

    private long ended(TenantId where) {
        return TenantContext.callAs(
                where,
                () -> transaction.execute(status -> database.sql(
                                "select count(*) from audit_entry where action = 'see-as.ended'" + " and actor = ?")
                        .param(anne.actor())
                        .query(Long.class)
                        .single()));
    }

    private Instant inFuture() {
        return clock.instant().plus(Duration.ofMinutes(5));
    }

    private RawHttp.Answer get(String path, String cookie) {
        return new RawHttp(port).get(host(utility), path, "Cookie: " + cookie);
    }

    private static String host(TenantId tenant) {
        return tenant.slug() + ".localhost";
    }

    /** The session of somebody who began to look, and may until then. */
    private String cookie(Instant until) {
        var seen = TenantContext.callAs(utility, () -> {
            door.begin(anne, agreement, user, "Facture introuvable");
            return new SeenAs(accounts.asSeen(user).orElseThrow(), agreement, until);
        });
        var id = TenantContext.callAs(
                utility, () -> save(sessions, new SecurityContextImpl(new SeenAsAuthentication(seen, anne))));
        return "session=" + Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static <S extends Session> String save(SessionRepository<S> sessions, SecurityContextImpl context) {
        var session = sessions.createSession();
        session.setAttribute("SPRING_SECURITY_CONTEXT", context);
        // what they were let take as a subscriber themselves, in the same browser
        var seen = (SeenAsAuthentication) Objects.requireNonNull(context.getAuthentication());
        session.setAttribute(
                "fr.ondine.ui.account.DataPermit",
                seen.getPrincipal().userId() + " " + Instant.now().plus(Duration.ofMinutes(5)));
        sessions.save(session);
        return session.getId();
    }

    private <T extends @org.jspecify.annotations.Nullable Object> T in(Supplier<T> work) {
        return TenantContext.callAs(utility, () -> transaction.execute(status -> work.get()));
    }

    private static String seen(String yaml) {
        return yaml.replace("abnormal-use-notice]", "abnormal-use-notice, see-as-subscriber]");
    }
}
