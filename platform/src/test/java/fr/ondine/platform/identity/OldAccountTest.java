package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.VISITOR;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.oldaccounts.OldAccounts;
import fr.ondine.platform.oldaccounts.OldPasswords;
import fr.ondine.platform.oldaccounts.OldSalt;
import fr.ondine.platform.oldaccounts.OldSignIn.Proven;
import fr.ondine.platform.oldaccounts.ProvenOldLogin;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.testing.Utilities;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Utilities with logins of the portal before this one. */
@IdentityTest
abstract class OldAccountTest {

    static final String OLD_PASSWORD = "eau2019";
    static final TenantId UTILITY = new TenantId("oldaccounts");
    static final TenantId STILL_BY_NUMBER = new TenantId("oldnumbers");
    static final TenantId WITHOUT = new TenantId("oldnone");

    static boolean provisioned;

    @Autowired
    OldAccounts old;

    @Autowired
    OldPasswords hashes;

    @Autowired
    Credentials credentials;

    @Autowired
    Registration registration;

    @Autowired
    Agreements agreements;

    @Autowired
    Mailbox mailbox;

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void utilities() {
        mailbox.empty();
        if (provisioned) {
            return;
        }
        provisioned = true;
        provisioning.provision(Utilities.like(Utilities.ILEO, UTILITY.slug()));
        provisioning.provision(Utilities.like(Utilities.ILEO, STILL_BY_NUMBER.slug())
                .replace("ancien numéro client)\n", "ancien numéro client)\n  signs-in-until: 2999-12-31\n"));
        provisioning.provision(Utilities.like(Utilities.SIEGVO, WITHOUT.slug()));
    }

    AgreementId agreement(Login login) {
        return new AgreementId(
                UUID.fromString(one("select id::text from agreement where number = ?", login.agreement())));
    }

    record Login(String number, String agreement) {}

    Login comeOver(EmailAddress email) {
        var login = login(null);
        old.comeOver(proven(login), wanted(email), VISITOR);
        registration.activate(mailbox.last(ActivationRequested.class).token(), PASSWORD);
        return login;
    }

    ProvenOldLogin proven(Login login) {
        return ((Proven) old.signIn(login.number(), OLD_PASSWORD, VISITOR)).login();
    }

    static NewAccount wanted(EmailAddress email) {
        return new NewAccount(email, PASSWORD, new PersonName("Mme", "Jeanne", "Petit"));
    }

    static void at(TenantId utility, Runnable work) {
        TenantContext.runAs(utility, work::run);
    }

    Login login(@Nullable EmailAddress email) {
        return login("C" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999), email, sha1());
    }

    Login login(String number, @Nullable EmailAddress email, String hash) {
        var agreement = "24" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
        var wrapped = hashes.wrap(number, hash, OldSalt.NONE).orElseThrow();
        return inTransaction(() -> {
            var ids = new UUID[] {
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()
            };
            run(
                    "insert into customer (id, reference, kind, last_name) values (?, ?, 'PERSON', 'Petit')",
                    ids[0],
                    number);
            run(
                    "insert into premise (id, reference, street, postcode, city) values (?, ?, '1 rue', '59000', 'LILLE')",
                    ids[1],
                    number);
            run(
                    "insert into service_point (id, reference, premise_id, service) values (?, ?, ?, 'WATER')",
                    ids[2],
                    number,
                    ids[1]);
            run(
                    "insert into agreement (id, number, customer_id, service_point_id, service, payment_method, started_on)"
                            + " values (?, ?, ?, ?, 'WATER', 'ON_INVOICE', '2019-03-01')",
                    ids[3],
                    agreement,
                    ids[0],
                    ids[2]);
            run(
                    "insert into old_login (id, number, form, wrapped, first_name, last_name, email, imported_at)"
                            + " values (?, ?, ?, ?, 'Jeanne', 'Petit', ?, now())",
                    ids[4],
                    number,
                    wrapped.form(),
                    wrapped.wrapped(),
                    email == null ? null : email.value());
            run(
                    "insert into old_login_agreement (old_login_id, agreement_id, customer_id) values (?, ?, ?)",
                    ids[4],
                    ids[3],
                    ids[0]);
            return new Login(number, agreement);
        });
    }

    static String sha1() {
        return sha1(OLD_PASSWORD);
    }

    static String sha1(String password) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean cameOver(Login login) {
        return one("select (came_over_at is not null)::text from old_login where number = ?", login.number())
                .equals("true");
    }

    String requests(Login login) {
        return one(
                "select count(r.id)::text from old_login o left join old_login_request r on r.old_login_id = o.id"
                        + " where o.number = ?",
                login.number());
    }

    String audit(Login login) {
        return one(
                "select string_agg(action, ' ' order by occurred_at) from audit_entry a join old_login o"
                        + " on a.subject = 'old-login:' || o.id where o.number = ?",
                login.number());
    }

    List<String> agreementsOf(EmailAddress email) {
        return inTransaction(() -> database.sql(
                        "select l.agreement_id::text from customer_link l join user_account u on u.id = l.user_id"
                                + " where u.email = ?")
                .param(email.value())
                .query(String.class)
                .list());
    }

    static String printed(Login login) {
        var digits = login.agreement();
        return digits.substring(0, 2) + " " + digits.substring(2, 5) + " " + digits.substring(5, 8) + " "
                + digits.substring(8);
    }

    int run(String sql, @Nullable Object... parameters) {
        return database.sql(sql).params(parameters).update();
    }

    String one(String sql, String number) {
        return inTransaction(
                () -> database.sql(sql).param(number).query(String.class).single());
    }

    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
