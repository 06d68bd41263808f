package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.VISITOR;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.identity.PasskeyChanged.What;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.testing.PasskeyDevice;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Devices that add passkeys to accounts and sign in by them. */
@IdentityTest
abstract class PasskeyTest {

    static final String HOST = "siegvo.localhost";
    static final String ORIGIN = "http://" + HOST + ":8080";

    @Autowired
    Passkeys passkeys;

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    People people;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void an_empty_mailbox() {
        mailbox.empty();
    }

    void assertRefused(PasskeyDevice device, String why) {
        var host = TenantContext.current() + ".localhost";
        assertThatThrownBy(() -> signIn(device, host))
                .as(why)
                .isInstanceOf(SignInRefused.class)
                .hasMessage("identity.sign-in-refused []");
    }

    PasskeyDevice added(CurrentUser user) {
        var device = new PasskeyDevice(ORIGIN);
        add(user, device, HOST);
        return device;
    }

    void add(CurrentUser user, PasskeyDevice device, String host) {
        var asked = passkeys.askForNew(user, PASSWORD, host);
        passkeys.add(user, asked.question(), device.make(asked.options()), "Mon téléphone");
    }

    CurrentUser signIn(PasskeyDevice device) {
        return signIn(device, HOST);
    }

    CurrentUser signIn(PasskeyDevice device, String host) {
        var asked = passkeys.ask(host);
        return passkeys.signIn(asked.question(), device.show(asked.options()), VISITOR);
    }

    String told(What what) {
        return mailbox.all(PasskeyChanged.class).stream()
                .filter(mail -> mail.what() == what)
                .toList()
                .getLast()
                .name();
    }

    static ProvenIdentity identity() {
        return new ProvenIdentity(
                "https://fc.exemple.fr/api/v2", UUID.randomUUID().toString(), null, null, null);
    }

    Integer kept(CurrentUser user) {
        return one("select count(*) from passkey_holder where owner_id = ?", user, Integer.class);
    }

    <T> T one(String sql, CurrentUser user, Class<T> kind) {
        return transaction.execute(status ->
                database.sql(sql).param(user.userId().value()).query(kind).single());
    }
}
