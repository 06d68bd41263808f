package fr.ondine.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.audit.ChainReport.Broken;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Utilities;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail of a utility is whole, or its first wrong entry is named, whoever changed it. */
@PlatformTest
class AuditChainTests {

    private final TenantId utility =
            new TenantId("a" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));

    @Autowired
    AuditTrail audit;

    @Autowired
    AuditChain chain;

    @Autowired
    Fleet fleet;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Environment environment;

    @BeforeEach
    void a_utility() {
        fleet.add(Utilities.like(Utilities.SIEGVO, utility.slug()), "operator:test");
    }

    @Test
    void what_is_altered_removed_slipped_in_or_erased_is_told_with_its_place() {
        IntStream.rangeClosed(1, 5).forEach(number -> record("détail " + number));
        assertThat(verified().broken()).isEmpty();
        assertThat(verified().linked()).isEqualTo(5);

        var third = entry(3);
        asOwner("update t.audit_entry set detail = 'autre chose' where id = '" + third + "'");
        assertThat(verified().broken()).contains(new Broken(3, third, ChainFault.ALTERED));
        asOwner("update t.audit_entry set detail = 'détail 3' where id = '" + third + "'");
        assertThat(verified().broken()).isEmpty();

        asOwner("update t.audit_entry set actor = 'staff:personne' where id = '" + third + "'");
        assertThat(verified().broken()).contains(new Broken(3, third, ChainFault.ALTERED));
        asOwner("update t.audit_entry set actor = 'system' where id = '" + third + "'");

        asOwner("insert into t.audit_entry (id, occurred_at, actor, action, subject)"
                + " values ('00000000-0000-4000-8000-000000000001', now(), 'system', 'x', 'y')");
        assertThat(verified().broken())
                .contains(new Broken(0, "00000000-0000-4000-8000-000000000001", ChainFault.SLIPPED_IN));
        asOwner("delete from t.audit_entry where id = '00000000-0000-4000-8000-000000000001'");

        asOwner("update t.audit_entry set detail = null where id = '" + third + "'");
        assertThat(verified().broken()).as("emptied, with its salt").isPresent();
        asOwner("update t.audit_link set salt = null where entry_id = '" + third + "'");
        assertThat(verified().broken()).as("erased as it should be").isEmpty();
        assertThat(verified().erased()).isOne();

        var second = entry(2);
        asOwner("delete from t.audit_entry where id = '" + second + "'");
        assertThat(verified().broken()).contains(new Broken(2, second, ChainFault.REMOVED));
        asOwner("delete from t.audit_link where entry_id = '" + second + "'");
        assertThat(verified().broken()).contains(new Broken(2, "", ChainFault.REMOVED));
    }

    @Test
    void an_end_that_is_cut_off_with_the_head_set_back_is_missed_by_the_witness() {
        IntStream.rangeClosed(1, 4).forEach(number -> record("détail " + number));
        TenantContext.runAs(utility, chain::witness);
        var last = entry(4);
        asOwner("delete from t.audit_entry where id = '" + last + "'");
        asOwner("delete from t.audit_link where number = 4");
        assertThat(verified().broken()).as("the head says so").contains(new Broken(4, "", ChainFault.CUT_OFF));

        asOwner(
                "update t.audit_chain set last_number = 3, last_hash = (select hash from t.audit_link where number = 3)");
        assertThat(verified().broken()).contains(new Broken(4, "", ChainFault.CUT_OFF));

        record("autre chose");
        assertThat(verified().broken()).contains(new Broken(4, entry(4), ChainFault.REWRITTEN));
    }

    @Test
    void a_cut_that_spoils_its_witness_is_told_by_the_witness() {
        IntStream.rangeClosed(1, 3).forEach(number -> record("détail " + number));
        TenantContext.runAs(utility, chain::witness);
        record("détail 4");
        assertThat(verified().witnesses()).isOne();
        assertThat(verified().witnesses())
                .as("the one before noted what it found")
                .isEqualTo(2);

        asOwner("delete from t.audit_entry where id = '" + entry(4) + "'");
        asOwner("delete from t.audit_link where number = 4");
        asOwner(
                "update t.audit_chain set last_number = 3, last_hash = (select hash from t.audit_link where number = 3)");
        asOwner("update platform.audit_witness set mac = 'x' where number = 4 and slug = '" + utility.slug() + "'");

        var spoiled = verified();
        assertThat(spoiled.broken()).hasValueSatisfying(broken -> {
            assertThat(broken.fault()).isEqualTo(ChainFault.WITNESS_NOT_OURS);
            assertThat(broken.number()).isEqualTo(4);
            assertThat(broken.takenAt()).isNotNull();
        });
        assertThat(spoiled.witnesses()).isOne();
        assertThat(verified().broken()).as("it stays told").isEqualTo(spoiled.broken());
    }

    @Test
    void a_witness_that_somebody_else_wrote_or_moved_is_not_ours() {
        record("détail");
        assertThat(verified().broken()).isEmpty();
        var known = "select slug, chain_id, number, hash, taken_at, mac from platform.audit_witness" + " where slug = '"
                + utility.slug() + "'";

        asOwner("insert into platform.audit_witness " + known.replace(" number,", " 0,"));
        assertThat(fault()).isEqualTo(ChainFault.WITNESS_NOT_OURS);
        asOwner("delete from platform.audit_witness where number = 0 and slug = '" + utility.slug() + "'");
        assertThat(verified().broken()).isEmpty();

        asOwner("update platform.audit_witness set number = 0 where slug = '" + utility.slug() + "'");
        assertThat(fault()).isEqualTo(ChainFault.WITNESS_NOT_OURS);
    }

    @Test
    void many_who_write_at_once_leave_no_gap_and_wait_for_no_open_transaction() throws Exception {
        try (var others = Executors.newFixedThreadPool(6)) {
            in(() -> {
                audit.record("system", "open", "x:1", "");
                var work = IntStream.range(0, 120).<Callable<Object>>mapToObj(number -> () -> {
                    if (number % 5 == 0) {
                        assertThatThrownBy(() -> failing(number)).hasMessage("rolled back");
                    } else {
                        record("en même temps " + number);
                    }
                    return "";
                });
                try {
                    for (var done : others.invokeAll(work.toList())) {
                        done.get();
                    }
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
                return null;
            });
        }
        assertThat(numbers()).isEqualTo(IntStream.rangeClosed(1, 97).boxed().toList());
        assertThat(verified().broken()).isEmpty();
    }

    @Test
    void neither_the_utility_nor_a_slip_of_the_owner_changes_what_is_written() {
        record("détail");
        for (var statement : List.of(
                "update audit_entry set detail = 'x'",
                "delete from audit_entry",
                "truncate audit_entry",
                "insert into audit_link (number, entry_id, detail_digest, hash)"
                        + " values (9, gen_random_uuid(), ''::bytea, ''::bytea)",
                "update audit_link set salt = null",
                "delete from audit_link",
                "update audit_chain set last_number = 0",
                "delete from audit_chain")) {
            assertThatThrownBy(() -> in(() -> database.sql(statement).update()))
                    .as(statement)
                    .hasStackTraceContaining("permission denied");
        }
        for (var statement : List.of(
                "update t.audit_entry set actor = 'x'",
                "update t.audit_entry set detail = 'x'",
                "delete from t.audit_entry",
                "truncate t.audit_entry",
                "update t.audit_link set hash = ''::bytea",
                "delete from t.audit_link",
                "truncate t.audit_link")) {
            assertThatThrownBy(() -> execute(statement))
                    .as(statement)
                    .hasMessageContaining("the audit trail only grows");
        }
    }

    private void failing(int number) {
        in(() -> {
            audit.record("system", "undone", "x:" + number, "");
            throw new IllegalStateException("rolled back");
        });
    }

    private void record(String detail) {
        in(() -> {
            audit.record("system", "tested", "x:1", detail);
            return null;
        });
    }

    private ChainReport verified() {
        return TenantContext.callAs(utility, chain::verify);
    }

    private ChainFault fault() {
        return verified().broken().orElseThrow().fault();
    }

    private String entry(int number) {
        return in(() -> database.sql("select entry_id from audit_link where number = ?")
                .param(number)
                .query(UUID.class)
                .single()
                .toString());
    }

    private List<Integer> numbers() {
        return in(() -> new ArrayList<>(database.sql("select number from audit_link order by number")
                .query(Integer.class)
                .list()));
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(utility, () -> transaction.execute(status -> work.get()));
    }

    /** As somebody who owns the tables, and has put the triggers out of action. */
    private void asOwner(String sql) {
        try {
            execute("alter table t.audit_entry disable trigger user; alter table t.audit_link disable trigger user; "
                    + sql
                    + "; alter table t.audit_entry enable trigger user; alter table t.audit_link enable trigger user");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        environment.getRequiredProperty("ondine.database.url"),
                        environment.getRequiredProperty("ondine.database.owner-username"),
                        environment.getProperty("ondine.database.owner-password", ""));
                var statement = connection.createStatement()) {
            statement.execute(sql.replace(" t.", " t_" + utility.slug() + "."));
        }
    }
}
