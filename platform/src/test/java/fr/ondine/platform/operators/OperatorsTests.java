package fr.ondine.platform.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.TestOperators;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who administers invites, and sends away; somebody must remain who does. */
@PlatformTest
class OperatorsTests {

    private final EmailAddress paul =
            new EmailAddress("p" + UUID.randomUUID().toString().substring(0, 8) + "@exploitant.fr");

    @Autowired
    BeanFactory beans;

    @Autowired
    Operators operators;

    @Autowired
    OperatorSessions sessions;

    @Autowired
    OperatorSignIn door;

    @Autowired
    FleetDirectory directory;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void who_administers_invites_and_it_is_written_down() {
        var anne = anne(Permission.ADMINISTER);

        var id = operators.invite(anne, paul, "Paul Dupont", Permission.VIEW);

        assertThat(operators.all(anne))
                .filteredOn(operator -> operator.id().equals(id))
                .singleElement()
                .satisfies(operator -> {
                    assertThat(operator.state()).isEqualTo(OperatorState.INVITED);
                    assertThat(operator.permission()).isEqualTo(Permission.VIEW);
                });
        assertThat(directory.acts("", 1)).singleElement().satisfies(act -> {
            assertThat(act.actor()).isEqualTo(anne.actor());
            assertThat(act.action()).isEqualTo("operator invited");
            assertThat(act.detail()).isEqualTo(paul.value() + " VIEW");
        });
        assertThatThrownBy(() -> operators.invite(anne, paul, "Paul", Permission.VIEW))
                .hasMessageContaining("email-taken");
    }

    @Test
    void who_does_not_administer_invites_nobody() {
        var anne = anne(Permission.OPERATE);

        assertThatThrownBy(() -> operators.invite(anne, paul, "Paul Dupont", Permission.VIEW))
                .isInstanceOf(PermissionMissing.class);
        assertThatThrownBy(() -> operators.revoke(anne, anne.id())).isInstanceOf(PermissionMissing.class);
        assertThatThrownBy(() -> operators.allow(anne, anne.id(), Permission.ADMINISTER))
                .isInstanceOf(PermissionMissing.class);
        assertThatThrownBy(() -> operators.inviteAgain(anne, anne.id())).isInstanceOf(PermissionMissing.class);
    }

    @Test
    void whoever_is_sent_away_is_out_at_once_and_may_be_invited_again() {
        var anne = anne(Permission.ADMINISTER);
        var away = anne(Permission.OPERATE);

        operators.revoke(anne, away.id());

        assertThat(sessions.isCurrent(away)).isFalse();
        assertThatThrownBy(() -> door.password(away.email(), TestOperators.PASSWORD, "192.0.2.3"))
                .isInstanceOf(OperatorSignInRefused.class);
        operators.inviteAgain(anne, away.id());
        assertThat(CaughtMails.shared().await(away.email(), 2).link()).hasPath("/console/invitation");
        assertThatThrownBy(() -> door.password(away.email(), TestOperators.PASSWORD, "192.0.2.3"))
                .as("not by the old password")
                .isInstanceOf(OperatorSignInRefused.class);
    }

    @Test
    void another_permission_ends_the_sessions_that_had_the_old_one() {
        var anne = anne(Permission.ADMINISTER);
        var other = anne(Permission.OPERATE);

        operators.allow(anne, other.id(), Permission.VIEW);

        assertThat(sessions.isCurrent(other)).isFalse();
    }

    @Test
    void the_last_who_administers_stays() {
        var anne = anne(Permission.ADMINISTER);
        sendTheOthersAway(anne);

        assertThatThrownBy(() -> operators.revoke(anne, anne.id())).hasMessageContaining("last-administrator");
        assertThatThrownBy(() -> operators.allow(anne, anne.id(), Permission.OPERATE))
                .hasMessageContaining("last-administrator");
        anne(Permission.ADMINISTER);
        operators.revoke(anne, anne.id());
        assertThat(sessions.isCurrent(anne)).isFalse();
    }

    private void sendTheOthersAway(CurrentOperator anne) {
        transaction.executeWithoutResult(
                status -> database.sql("update platform.operator_account set permission = 'VIEW'" + " where id <> ?")
                        .param(anne.id())
                        .update());
    }

    private CurrentOperator anne(Permission permission) {
        return new TestOperators(beans).signedIn(permission);
    }
}
