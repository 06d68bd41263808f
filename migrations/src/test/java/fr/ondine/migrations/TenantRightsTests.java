package fr.ondine.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantRightsTests {

    private static final String WHOLE = "set local ondine.postings = 'whole'";

    private static final DataSource OWNER = Databases.create();

    private Connection application;

    @BeforeAll
    static void two_tenants() {
        var database = new OndineDatabase(OWNER);
        database.bootstrap(Databases.PASSWORD);
        database.provision("a");
        database.provision("b");
    }

    @BeforeEach
    void log_in() throws SQLException {
        application = Databases.asApplication(OWNER);
        application.setAutoCommit(false);
    }

    @AfterEach
    void log_out() throws SQLException {
        application.rollback();
        application.close();
    }

    @Test
    void a_tenant_works_in_its_own_schema() throws SQLException {
        bind("a");
        run("insert into mail (id, recipient, subject, html, plain, created_at)"
                + " values (gen_random_uuid(), 'a@b.fr', 's', 'h', 'p', now())");
        assertThat(Databases.strings(application, "select recipient from mail")).containsExactly("a@b.fr");
    }

    @Test
    void a_tenant_cannot_read_another_even_by_its_name() throws SQLException {
        bind("a");
        assertRefused("select * from t_b.mail").hasMessageContaining("permission denied");
    }

    @Test
    void without_a_tenant_nothing_is_readable() {
        assertRefused("select * from t_a.mail").hasMessageContaining("permission denied");
        assertRefused("select * from mail").hasMessageContaining("does not exist");
    }

    @Test
    void a_tenant_cannot_read_the_registry_or_the_migrations() throws SQLException {
        bind("a");
        assertRefused("select * from platform.tenant").hasMessageContaining("permission denied");
        bind("a");
        assertRefused("select * from databasechangelog").hasMessageContaining("permission denied");
    }

    @Test
    void a_tenant_cannot_change_its_own_schema() throws SQLException {
        bind("a");
        assertRefused("create table mine (id integer)").hasMessageContaining("permission denied");
    }

    @Test
    void the_ledger_and_the_audit_trail_only_grow() throws SQLException {
        for (var table : new String[] {"ledger_entry", "posting", "audit_entry"}) {
            bind("a");
            assertRefused("delete from " + table).hasMessageContaining("permission denied");
            bind("a");
            assertRefused("update " + table + " set " + column(table) + " = null")
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_balanced_ledger_entry_is_kept() throws SQLException {
        bind("a");
        post("42.00", "-42.00");
        application.commit();
    }

    @Test
    void an_unbalanced_ledger_entry_is_refused_at_commit() throws SQLException {
        bind("a");
        post("42.00", "-41.99");
        assertThatThrownBy(application::commit).hasMessageContaining("does not sum to zero");
    }

    @Test
    void a_posting_added_later_cannot_unbalance_an_entry() throws SQLException {
        bind("a");
        var entry = post("10.00", "-10.00");
        application.commit();
        bind("a");
        run("insert into posting (entry_id, position, account, agreement_id, amount) select '" + entry
                + "', 3, 'BANK', id, 1 from agreement limit 1");
        assertThatThrownBy(application::commit).hasMessageContaining("does not sum to zero");
    }

    @Test
    void entries_that_are_posted_whole_are_kept_when_each_sums_to_zero() throws SQLException {
        bind("a");
        run(WHOLE);
        post("42.00", "-42.00");
        run("set local ondine.postings = ''");
        post("10.00", "-10.00");
        application.commit();
    }

    @Test
    void an_unbalanced_entry_that_is_posted_whole_is_refused_at_once() throws SQLException {
        bind("a");
        run(WHOLE);
        assertThatThrownBy(() -> post("42.00", "-41.99")).hasMessageContaining("does not sum to zero");
    }

    @Test
    void nothing_is_added_to_an_entry_by_saying_that_it_is_whole() throws SQLException {
        bind("a");
        var entry = post("10.00", "-10.00");
        application.commit();
        bind("a");
        run(WHOLE);
        assertThatThrownBy(() -> run("insert into posting (entry_id, position, account, agreement_id, amount) select '"
                        + entry + "', 3, 'BANK', id, 1 from agreement limit 1"))
                .hasMessageContaining("does not sum to zero");
    }

    @Test
    void work_is_enqueued_for_the_tenant_of_the_role_in_force() throws SQLException {
        bind("a");
        run("select platform.enqueue('send-mail', '1', now())");
        application.commit();
        assertThat(Databases.strings(OWNER, "select task_name || ' ' || task_instance from platform.scheduled_tasks"))
                .containsExactly("send-mail a/1");
    }

    @Test
    void work_is_not_enqueued_without_a_tenant() {
        assertRefused("select platform.enqueue('send-mail', '1', now())").hasMessageContaining("no tenant is bound");
    }

    @Test
    void a_tenant_cannot_write_the_job_table_itself() throws SQLException {
        bind("a");
        assertRefused("delete from platform.scheduled_tasks").hasMessageContaining("permission denied");
    }

    @Test
    void the_role_is_gone_after_commit() throws SQLException {
        bind("a");
        application.commit();
        assertThat(Databases.strings(application, "select current_user || current_setting('role')"))
                .containsExactly("ondine_appnone");
    }

    private String post(String debit, String credit) throws SQLException {
        var id = UUID.randomUUID().toString();
        run("""
                insert into premise values ('%1$s', '%1$s', 'rue', null, '60000', 'Beauvais');
                insert into service_point values ('%1$s', '%1$s', '%1$s', 'WATER');
                insert into customer (id, reference, kind, last_name) values ('%1$s', '%1$s', 'PERSON', 'Martin');
                insert into agreement (id, number, customer_id, service_point_id, service, payment_method, started_on)
                    values ('%1$s', '%1$s', '%1$s', '%1$s', 'WATER', 'ON_INVOICE', current_date);
                insert into ledger_entry values ('%1$s', 'ADJUSTMENT', '%1$s', current_date, now(), 'x');
                insert into posting (entry_id, position, account, agreement_id, amount)
                    values ('%1$s', 1, 'BANK', '%1$s', %2$s), ('%1$s', 2, 'UNALLOCATED', '%1$s', %3$s)
                """.formatted(id, debit, credit));
        return id;
    }

    private static String column(String table) {
        return switch (table) {
            case "posting" -> "amount";
            case "audit_entry" -> "detail";
            default -> "description";
        };
    }

    private void bind(String slug) throws SQLException {
        application.rollback();
        run("select set_config('role', 't_" + slug + "', true), set_config('search_path', 't_" + slug + "', true)");
    }

    private void run(String sql) throws SQLException {
        Databases.execute(application, sql);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String sql) {
        try {
            return assertThatThrownBy(() -> run(sql)).isInstanceOf(SQLException.class);
        } finally {
            rollback();
        }
    }

    private void rollback() {
        try {
            application.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
