package fr.ondine.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.audit.ChainReport.Broken;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.tenancy.OpenTenants;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Utilities;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What operators did is whole, or its first wrong act is named, whoever changed it. Each test puts back what it changed. */
@PlatformTest
class OperatorChainTests {

    private final String here = UUID.randomUUID().toString();

    @Autowired
    OperatorChain chain;

    @Autowired
    WitnessTrails round;

    @Autowired
    OperatorWitnesses witnesses;

    @Autowired
    AuditChain trails;

    @Autowired
    AuditTrail trail;

    @Autowired
    OpenTenants open;

    @Autowired
    Fleet fleet;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Environment environment;

    private Connection owner;

    @BeforeEach
    void somebody_who_owns_the_tables() throws SQLException {
        owner = DriverManager.getConnection(
                environment.getRequiredProperty("ondine.database.url"),
                environment.getRequiredProperty("ondine.database.owner-username"),
                environment.getProperty("ondine.database.owner-password", ""));
        owner.setAutoCommit(false);
    }

    @AfterEach
    void who_leaves() throws SQLException {
        owner.close();
    }

    @Test
    void what_both_the_platform_and_its_owner_write_has_its_place() {
        var before = chain.verify();
        assertThat(before.broken()).isEmpty();

        act("suspended", "vol supposé");
        byTheApplication("resumed");

        var after = chain.verify();
        assertThat(after.broken()).isEmpty();
        assertThat(after.linked()).isGreaterThanOrEqualTo(before.linked() + 2);
        assertThat(after.head()).isNotEqualTo(before.head());
    }

    @Test
    void what_is_altered_removed_or_slipped_in_is_told_with_its_number() {
        var act = act("exported", "siegvo-2026-11-30.zip");
        act("deleted", "");
        assertThat(chain.verify().broken()).isEmpty();
        var place = place(act);

        tamper("update platform.operator_audit set actor = 'operator:personne' where id = " + act);
        assertThat(chain.verify().broken()).contains(new Broken(place, "" + act, ChainFault.ALTERED));
        tamper("update platform.operator_audit set actor = 'operator:test' where id = " + act);

        tamper(
                "create temporary table kept as select * from platform.operator_audit where id = " + act,
                "delete from platform.operator_audit where id = " + act);
        assertThat(chain.verify().broken()).contains(new Broken(place, "" + act, ChainFault.REMOVED));
        tamper("insert into platform.operator_audit overriding system value select * from kept");
        assertThat(chain.verify().broken()).isEmpty();

        tamper("insert into platform.operator_audit (actor, action, slug) values ('system', '" + here + "', '')");
        assertThat(chain.verify().broken().orElseThrow().fault()).isEqualTo(ChainFault.SLIPPED_IN);
        tamper("delete from platform.operator_audit where action = '" + here + "'");
        assertThat(chain.verify().broken()).isEmpty();
    }

    @Test
    void an_end_that_is_cut_off_with_the_head_set_back_is_missed_by_the_witness() {
        act("invited", "");
        var last = act("exported", "siegvo-2026-11-30.zip");
        var place = place(last);
        round.run();

        tamper(
                "create temporary table kept as select * from platform.operator_audit where id = " + last,
                "create temporary table linked as select * from platform.operator_link where number = " + place,
                "create temporary table head as select * from platform.operator_chain",
                "delete from platform.operator_audit where id = " + last,
                "delete from platform.operator_link where number = " + place,
                "update platform.operator_chain set last_number = " + (place - 1) + ", last_hash = (select hash"
                        + " from platform.operator_link where number = " + (place - 1) + ")");
        assertThat(chain.verify().broken()).contains(new Broken(place, "", ChainFault.CUT_OFF));

        tamper(
                "insert into platform.operator_audit overriding system value select * from kept",
                "insert into platform.operator_link select * from linked",
                "update platform.operator_chain c set last_number = h.last_number, last_hash = h.last_hash from head h");
        assertThat(chain.verify().broken()).isEmpty();
    }

    @Test
    void where_it_cannot_be_read_the_trails_of_utilities_are_noted_all_the_same() {
        var nowhere = JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://localhost:1/none"));
        var broken = new WitnessTrails(trails, new OperatorChain(nowhere, transaction, witnesses), open);
        TenantContext.runAs(
                Utilities.SIEGVO,
                () -> transaction.executeWithoutResult(
                        status -> trail.record("system", "reading.entered", "x:" + here, "")));

        assertThatThrownBy(broken::run).isInstanceOf(CannotGetJdbcConnectionException.class);

        assertThat(noted()).isGreaterThanOrEqualTo(place());
    }

    /** How far the trail of a utility is noted to be. */
    private long noted() {
        return transaction.execute(status -> database.sql(
                        "select number from platform.audit_witness where slug = ? order by taken_at desc, number desc limit 1")
                .param(Utilities.SIEGVO.slug())
                .query(Long.class)
                .single());
    }

    private long place() {
        return TenantContext.callAs(
                Utilities.SIEGVO,
                () -> transaction.execute(status -> database.sql(
                                "select number from audit_link join audit_entry e on e.id = entry_id where subject = ?")
                        .param("x:" + here)
                        .query(Long.class)
                        .single()));
    }

    @Test
    void a_witness_that_somebody_else_wrote_is_not_ours_and_one_of_a_former_key_would_be_signed_anew() {
        act("invited", "");
        assertThat(chain.verify().broken()).isEmpty();
        assertThat(witnesses.older().openable()).isZero();
        assertThat(witnesses.renew()).isZero();

        tamper("insert into platform.operator_witness select chain_id, -1, hash, taken_at, mac"
                + " from platform.operator_witness order by number desc limit 1");
        assertThat(chain.verify().broken().orElseThrow().fault()).isEqualTo(ChainFault.WITNESS_NOT_OURS);
        tamper("delete from platform.operator_witness where number = -1");
        assertThat(chain.verify().broken()).isEmpty();
    }

    @Test
    void the_detail_of_an_act_can_go_and_the_chain_stays() {
        var act = act("invited", "paul@exploitant.fr VIEW");
        var erased = chain.verify().erased();

        var connection = owner;
        execute(connection, "update platform.operator_audit set detail = '' where id = " + act);
        assertThat(chain.verify().broken()).as("emptied, with its salt").isPresent();
        execute(connection, "update platform.operator_link set salt = null where entry_id = " + act);

        assertThat(chain.verify().broken()).isEmpty();
        assertThat(chain.verify().erased()).isEqualTo(erased + 1);
    }

    @Test
    void many_who_write_at_once_leave_no_gap() throws Exception {
        var before = chain.verify().linked();
        try (var others = Executors.newFixedThreadPool(6)) {
            var work = IntStream.range(0, 60)
                    .<Callable<Object>>mapToObj(number -> () -> {
                        byTheApplication("at once " + number);
                        return number;
                    })
                    .toList();
            for (var done : others.invokeAll(work)) {
                done.get();
            }
        }
        var after = chain.verify();
        assertThat(after.broken()).isEmpty();
        assertThat(after.linked()).isGreaterThanOrEqualTo(before + 60);
    }

    @Test
    void neither_the_platform_nor_a_slip_of_the_owner_changes_what_is_written() {
        act("invited", "");
        for (var statement : List.of(
                "update platform.operator_audit set detail = ''",
                "delete from platform.operator_audit",
                "insert into platform.operator_link (number, entry_id, detail_digest, hash)"
                        + " values (-1, -1, ''::bytea, ''::bytea)",
                "update platform.operator_chain set last_number = 0",
                "delete from platform.operator_witness")) {
            assertThatThrownBy(() -> transaction.execute(
                            status -> database.sql(statement).update()))
                    .as(statement)
                    .hasStackTraceContaining("permission denied");
        }
        for (var statement : List.of(
                "update platform.operator_audit set actor = 'x'",
                "delete from platform.operator_audit",
                "truncate platform.operator_audit",
                "update platform.operator_link set hash = ''::bytea",
                "delete from platform.operator_link",
                "truncate platform.operator_link")) {
            assertThatThrownBy(() -> execute(owner, statement))
                    .as(statement)
                    .hasStackTraceContaining("the audit trail only grows");
        }
    }

    /** Its number. */
    private long act(String action, String detail) {
        fleet.record(here, "operator:test", action, detail);
        return transaction.execute(status -> database.sql("select max(id) from platform.operator_audit where slug = ?")
                .param(here)
                .query(Long.class)
                .single());
    }

    private void byTheApplication(String action) {
        transaction.executeWithoutResult(status -> database.sql(
                        "insert into platform.operator_audit (actor, action, slug, detail) values ('system', ?, ?, '')")
                .params(action, here)
                .update());
    }

    private long place(long act) {
        return transaction.execute(
                status -> database.sql("select number from platform.operator_link where entry_id = ?")
                        .param(act)
                        .query(Long.class)
                        .single());
    }

    /** As somebody who puts the triggers out of action, while everybody else waits. */
    private void tamper(String... statements) {
        execute(
                owner,
                "alter table platform.operator_audit disable trigger user;"
                        + "alter table platform.operator_link disable trigger user;" + String.join(";", statements)
                        + ";alter table platform.operator_audit enable trigger user;"
                        + "alter table platform.operator_link enable trigger user");
    }

    private static void execute(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        } catch (SQLException refused) {
            try {
                connection.rollback();
            } catch (SQLException gone) {
                refused.addSuppressed(gone);
            }
            throw new IllegalStateException(refused);
        }
    }
}
