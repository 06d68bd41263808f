package fr.ondine.platform.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.Looking;
import fr.ondine.platform.tenancy.OnlyLooking;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Utilities;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who looks at the portal as a subscriber changes nothing, whatever they reach. */
@PlatformTest
class SeeAsTests {

    private static final Looking LOOKING = new Looking("Pierre", Instant.parse("2999-01-01T00:00:00Z"), "/gestion");

    @Autowired
    SeeAs door;

    @Autowired
    Sessions sessions;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_writing_facade_is_refused_and_a_reading_one_is_not_and_nothing_bound_inside_lifts_it() {
        TenantContext.runAs(Utilities.SIEGVO, () -> {
            var user = new UserId(UUID.randomUUID());
            TenantContext.callLooking(LOOKING, () -> {
                assertThatThrownBy(() -> sessions.endAll(user)).isInstanceOf(OnlyLooking.class);
                assertThatThrownBy(
                                () -> transaction.executeWithoutResult(status -> audit.record("system", "x", "y", "")))
                        .isInstanceOf(OnlyLooking.class);
                TenantContext.runAs(
                        Utilities.SIEGVO,
                        () -> assertThatThrownBy(() -> sessions.endAll(user)).isInstanceOf(OnlyLooking.class));
                assertThatThrownBy(() -> TenantContext.callUnbound(() -> transaction.execute(status -> 1)))
                        .isInstanceOf(OnlyLooking.class);
                return assertThat(sessions.asSeen(user)).isEmpty();
            });
            sessions.endAll(user);
        });
    }

    @Test
    void the_database_refuses_what_a_transaction_that_said_it_reads_would_write() {
        var reading = new TransactionTemplate(transaction.getTransactionManager());
        reading.setReadOnly(true);
        TenantContext.runAs(
                Utilities.SIEGVO,
                () -> TenantContext.callLooking(
                        LOOKING,
                        () -> assertThatThrownBy(() -> reading.execute(status ->
                                        database.sql("delete from email_token").update()))
                                .hasStackTraceContaining("read-only transaction")));
    }

    @Test
    void nobody_is_seen_where_the_utility_does_not_want_it_nor_by_who_may_not() {
        var agreement = new AgreementId(UUID.randomUUID());
        var user = new UserId(UUID.randomUUID());
        TenantContext.runAs(Utilities.SIEGVO, () -> {
            var agent = ProvenStaff.of("siegvo", UUID.randomUUID(), "a@b.fr", "Anne", StaffRole.AGENT, 1);
            assertThat(door.accounts(agent, agreement)).isEmpty();
            assertThatThrownBy(() -> door.begin(agent, agreement, user, "Facture introuvable"))
                    .isInstanceOf(SeeAsRefused.class)
                    .hasMessageContaining("off");
            assertThat(door.mayGoOn(agent, LOOKING.until())).isFalse();
        });
    }
}
