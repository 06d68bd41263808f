package fr.ondine.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import fr.ondine.platform.identity.ActivationRequested;
import fr.ondine.platform.identity.Credentials;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.FranceConnectAccounts;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.ProvenIdentity;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.simulators.franceconnect.Client;
import fr.ondine.simulators.franceconnect.FranceConnectSimulator;
import fr.ondine.simulators.franceconnect.Identity;
import fr.ondine.testing.Utilities;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Utilities with clients of their own at a FranceConnect on this machine, each in another form, and one without. */
@PortalTest
@TestPropertySource(
        properties = {
            "ondine.jobs.enabled=false",
            "ondine.identity.least-answer=0s",
            "ondine.identity.sign-ins-per-address=1000",
            "ondine.identity.requests-per-address=1000",
            "ondine.france-connect-api.read-timeout=5s"
        })
abstract class FranceConnectPages {

    static final TenantId ELLIPTIC = new TenantId("fcelliptic");
    static final TenantId RSA = new TenantId("fcrsa");
    static final TenantId PLAIN = new TenantId("fcplain");
    static final TenantId NEW = new TenantId("fcnew");
    static final TenantId NEWER = new TenantId("fcnewer");
    static final TenantId SEEN = new TenantId("fcseen");
    static final TenantId BY_KEY = new TenantId("fckey");
    /** Its configuration has a client, and the deployment was not told the secret. */
    static final TenantId WITHOUT_SECRET = new TenantId("fcnosecret");

    static final ECKey KEY = key("of-fckey");
    static final ECKey NEXT_KEY = key("next-of-fckey");

    static final FranceConnectSimulator FRANCE_CONNECT = FranceConnectSimulator.start(0);

    static final String PASSWORD = "trois chevaux gris";

    @LocalServerPort
    int port;

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    FranceConnectAccounts accounts;

    @Autowired
    Registration registration;

    @Autowired
    Credentials credentials;

    @Autowired
    Announcements announcements;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @DynamicPropertySource
    static void secrets(DynamicPropertyRegistry properties) {
        properties.add("ondine.france-connect." + BY_KEY.slug() + ".private-key", KEY::toJSONString);
        properties.add("ondine.france-connect." + BY_KEY.slug() + ".next-private-key", NEXT_KEY::toJSONString);
        for (var utility : new TenantId[] {ELLIPTIC, RSA, PLAIN, NEW, NEWER, SEEN}) {
            properties.add("ondine.france-connect." + utility.slug() + ".client-secret", () -> secret(utility));
        }
    }

    @BeforeEach
    void utilities_that_offer_it() {
        FRANCE_CONNECT.disarm();
        offer(ELLIPTIC, SignatureAlgorithm.ES256, "es256", "jwt-es256");
        offer(RSA, SignatureAlgorithm.RS256, "rs256", "jwt-rs256");
        offer(PLAIN, SignatureAlgorithm.ES256, "es256", "json");
        offer(WITHOUT_SECRET, SignatureAlgorithm.ES256, "es256", "json");
    }

    final void offer(TenantId utility, SignatureAlgorithm algorithm, String signature, String userinfo) {
        FRANCE_CONNECT.register(client(utility, algorithm, !userinfo.equals("json")));
        provisioning.provision(offering(utility, signature, userinfo));
    }

    static String offering(TenantId utility, String signature, String userinfo) {
        return Utilities.like(Utilities.MALESHERBOIS, utility.slug())
                        .replace("login: [email-and-password]", "login: [email-and-password, france-connect]")
                + """

                france-connect:
                  issuer: %s
                  client-id: client-%s
                  signature: %s
                  userinfo: %s
                """.formatted(FRANCE_CONNECT.issuer(), utility.slug(), signature, userinfo);
    }

    final Client client(TenantId utility, SignatureAlgorithm algorithm, boolean signed) {
        return new Client(
                "client-" + utility.slug(),
                secret(utility),
                "entity-" + utility.slug(),
                URI.create("http://" + host(utility) + ":" + port),
                algorithm,
                signed);
    }

    /** A utility whose key answers for it; FranceConnect knows that one. */
    final void offerByKey(JWK known) {
        var of = client(BY_KEY, SignatureAlgorithm.ES256, true);
        FRANCE_CONNECT.register(new Client(of.id(), "", of.entity(), of.origin(), of.algorithm(), true, known));
        provisioning.provision(offering(BY_KEY, "es256", "jwt-es256") + "  client-authentication: private-key-jwt\n");
    }

    static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String host(TenantId utility) {
        return utility.slug() + ".localhost";
    }

    private static String secret(TenantId utility) {
        return "secret-of-" + utility.slug();
    }

    /** Somebody with an account and a password. */
    final CurrentUser member(TenantId utility) {
        var email = somebody();
        return TenantContext.callAs(utility, () -> {
            registration.signUp(new NewAccount(email, PASSWORD), new Visitor("192.0.2.9"));
            registration.activate(announcements.last(ActivationRequested.class).token(), PASSWORD);
            return credentials.signIn(email.value(), PASSWORD, new Visitor("192.0.2.9"));
        });
    }

    /** Has the identity open an account of its own. */
    final CurrentUser opened(TenantId utility, ProvenIdentity identity) {
        return TenantContext.callAs(utility, () -> {
            accounts.signUp(identity, somebody(), new Visitor("192.0.2.9"));
            return accounts.confirm(
                    announcements.last(ActivationRequested.class).token(), identity);
        });
    }

    /** Has the person an account here, whom FranceConnect alone lets in unless they chose a password. */
    final CurrentUser known(TenantId utility, Identity person) {
        var identity = identity(utility, person);
        return TenantContext.callAs(utility, () -> accounts.signIn(identity))
                .orElseGet(() -> opened(utility, identity));
    }

    final ProvenIdentity identity(TenantId utility, Identity person) {
        var algorithm = utility.equals(RSA) ? SignatureAlgorithm.RS256 : SignatureAlgorithm.ES256;
        return new ProvenIdentity(
                FRANCE_CONNECT.issuer().toString(),
                person.subject(client(utility, algorithm, true)),
                "Zoé",
                "ÉTÉ",
                "zoe@exemple.fr");
    }

    final long count(TenantId utility, String table) {
        return TenantContext.callAs(
                utility,
                () -> transaction.execute(status -> database.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single()));
    }

    static EmailAddress somebody() {
        return new EmailAddress("p" + UUID.randomUUID() + "@exemple.fr");
    }

    static Locator button(Visit visit) {
        return visit.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName("S'identifier avec FranceConnect")
                                .setExact(true));
    }
}
