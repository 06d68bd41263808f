package fr.ondine.isolation;

import fr.ondine.journeys.SignInWithoutAsking;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.operators.Invitations;
import fr.ondine.platform.operators.KeyWish;
import fr.ondine.platform.operators.OperatorKeys;
import fr.ondine.platform.operators.Permission;
import fr.ondine.testing.TestOperators;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An operator who may do everything at the console.
 *
 * @param email the mark of what operators alone may see
 * @param session the cookie of the session at the console
 * @param key what opens the interface for programs
 */
record MarkedOperator(String email, String session, String key) {

    static final String HOST = "console.localhost";

    static MarkedOperator comeIn(ApplicationContext application, Wire wire) {
        var email = "operator" + UUID.randomUUID().toString().substring(0, 8) + "@exploitant.fr";
        var operator = new TestOperators(application).signIn(accept(application, email, invite(application, email)));
        var session = wire.send(Asked.get(HOST, SignInWithoutAsking.operator(operator)))
                .cookies();
        var wish = new KeyWish("matrix", Permission.ADMINISTER, Duration.ofDays(1));
        var key = application.getBean(OperatorKeys.class).create(operator, wish, TestOperators.PASSWORD);
        return new MarkedOperator(email, session, key);
    }

    /** Nothing is mailed where no job runs, so the invitation's secret is put where its mail would. */
    private static RawToken invite(ApplicationContext application, String email) {
        var link = RawToken.fresh();
        application
                .getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> application
                        .getBean(JdbcClient.class)
                        .sql("insert into platform.operator_account (id, email, name, permission, state,"
                                + " invitation_hash, invitation_expires_at, created_at)"
                                + " values (?, ?, 'Anne Martin', 'ADMINISTER', 'INVITED', ?, now() + interval '1 day',"
                                + " now())")
                        .params(UUID.randomUUID(), email, link.digest())
                        .update());
        return link;
    }

    private static TestOperators.Known accept(ApplicationContext application, String email, RawToken link) {
        var invitations = application.getBean(Invitations.class);
        var factor = invitations.look(link).orElseThrow().factor();
        var before = application.getBean(Clock.class).instant().minusSeconds(30);
        var codes = invitations.accept(link, TestOperators.PASSWORD, factor, factor.codeAt(before));
        return new TestOperators.Known(email, factor, codes);
    }
}
