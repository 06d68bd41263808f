package fr.ondine.platform.tenancy;

import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.testing.PlatformTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** One connection for everybody: whatever one utility leaves behind, the next one would find. */
@PlatformTest
@TestPropertySource(properties = {"ondine.database.connections=1", "ondine.jobs.enabled=false"})
class TenantIsolationTests {

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TenantRedis redis;

    @Autowired
    Vault vault;

    @Test
    void two_tenants_alternate_a_thousand_times_on_one_connection_and_each_sees_only_its_own_rows() {
        for (var round = 0; round < 500; round++) {
            assertThat(rowsAfterAdding(SIEGVO, "siegvo-" + round)).allMatch(name -> name.startsWith("siegvo-"));
            assertThat(rowsAfterAdding(MALESHERBOIS, "malesherbois-" + round))
                    .allMatch(name -> name.startsWith("malesherbois-"));
        }
    }

    @Test
    void without_a_tenant_every_query_of_a_tenants_table_fails() {
        assertThatThrownBy(() -> inTransaction("select count(*) from customer"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> inTransaction("select count(*) from t_siegvo.customer"))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void outside_a_transaction_a_bound_tenant_opens_nothing() {
        assertThatThrownBy(() -> TenantContext.callAs(
                        SIEGVO,
                        () -> database.sql("select count(*) from customer")
                                .query(Long.class)
                                .single()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void naming_another_tenants_schema_is_denied_by_the_database() {
        assertThatThrownBy(() -> TenantContext.callAs(
                        SIEGVO, () -> inTransaction("select count(*) from t_malesherbois.customer")))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_tenant_cannot_change_the_registry_nor_read_the_job_table() {
        assertThatThrownBy(
                        () -> TenantContext.callAs(SIEGVO, () -> inTransaction("select count(*) from platform.tenant")))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> TenantContext.callAs(
                        SIEGVO, () -> inTransaction("select count(*) from platform.scheduled_tasks")))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_trigger_reads_the_tables_of_its_own_schema_also_where_it_is_called_in_the_owners_name() {
        assertThat(TenantContext.callAs(SIEGVO, () -> text("""
                        select string_agg(proname::text || coalesce(' in ' || array_to_string(proconfig, ','), ''), '; ' order by proname::text)
                          from pg_proc
                         where pronamespace = 't_siegvo'::regnamespace and prorettype = 'trigger'::regtype""")))
                .as("whole postings are handed over, and not looked for")
                .isEqualTo("audit_entry_kept; audit_entry_linked in search_path=t_siegvo, pg_temp; audit_link_kept;"
                        + " ledger_entry_balanced in search_path=t_siegvo, pg_temp; paper_facts_kept in"
                        + " search_path=t_siegvo, pg_temp,enable_seqscan=off,enable_hashjoin=off,enable_mergejoin=off;"
                        + " paper_facts_settled in search_path=t_siegvo, pg_temp,enable_seqscan=off; tariff_prices_kept in"
                        + " search_path=t_siegvo, pg_temp; tariff_version_kept in search_path=t_siegvo, pg_temp;"
                        + " whole_postings_balanced");
    }

    @Test
    void nothing_of_a_tenant_stays_on_the_connection_after_its_transaction() {
        TenantContext.callAs(SIEGVO, () -> inTransaction("select count(*) from customer"));
        assertThat(text("select current_setting('role')")).isEqualTo("none");
        assertThat(text("select current_setting('search_path')")).doesNotContain("siegvo");
    }

    @Test
    void a_tenants_transaction_keeps_the_time_limit_of_the_connection() {
        assertThat(TenantContext.callAs(SIEGVO, () -> text("select current_setting('statement_timeout')")))
                .isEqualTo("1min");
        assertThat(TenantContext.callAs(SIEGVO, () -> text("select current_user || ' ' || current_schema()")))
                .isEqualTo("t_siegvo t_siegvo");
    }

    @Test
    void a_redis_key_of_one_tenant_means_nothing_to_another_nor_to_nobody() {
        TenantContext.runAs(SIEGVO, () -> redis.put("note", "1", "of SIEGVO", Duration.ofMinutes(1)));
        assertThat(TenantContext.callAs(MALESHERBOIS, () -> redis.get("note", "1")))
                .isEmpty();
        assertThat(TenantContext.callAs(SIEGVO, () -> redis.get("note", "1"))).contains("of SIEGVO");
        assertThatThrownBy(() -> redis.get("note", "1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_one_tenant_seals_another_cannot_open() {
        var sealed = TenantContext.callAs(SIEGVO, () -> vault.encrypt("K7M2 9QXD"));
        assertThat(TenantContext.callAs(SIEGVO, () -> vault.decrypt(sealed))).isEqualTo("K7M2 9QXD");
        assertThatThrownBy(() -> TenantContext.callAs(MALESHERBOIS, () -> vault.decrypt(sealed)))
                .isInstanceOf(IllegalStateException.class);
    }

    @AfterEach
    void forget_the_rows() {
        for (var tenant : List.of(SIEGVO, MALESHERBOIS)) {
            TenantContext.runAs(
                    tenant,
                    () -> transaction.executeWithoutResult(status -> database.sql(
                                    "delete from premise where reference similar to '(siegvo|malesherbois)-%'")
                            .update()));
        }
    }

    private List<String> rowsAfterAdding(TenantId tenant, String name) {
        return TenantContext.callAs(
                tenant,
                () -> transaction.execute(status -> {
                    database.sql(
                                    "insert into premise (id, reference, street, postcode, city) values (?, ?, 'rue', '57000', 'Metz')")
                            .params(UUID.randomUUID(), name)
                            .update();
                    return database.sql(
                                    "select reference from premise where reference similar to '(siegvo|malesherbois)-%'")
                            .query(String.class)
                            .list();
                }));
    }

    private Long inTransaction(String sql) {
        return transaction.execute(status -> database.sql(sql).query(Long.class).single());
    }

    private String text(String sql) {
        return transaction.execute(
                status -> database.sql(sql).query(String.class).single());
    }
}
