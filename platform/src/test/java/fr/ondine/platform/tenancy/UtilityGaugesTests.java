package fr.ondine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.migrations.UtilityState;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.services.Services;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@PlatformTest
class UtilityGaugesTests {

    @Autowired
    UtilityGauges gauges;

    @Autowired
    MeterRegistry registry;

    @Autowired
    StatementCount statements;

    @Autowired
    Tenants tenants;

    @AfterEach
    void mended() {
        platform("update platform.tenant set state = 'READY', schema_changes = (select max(schema_changes)"
                + " from platform.tenant) where slug in ('siegvo', 'ileo')");
        gauges.measure();
    }

    @Test
    void each_state_has_its_number_of_utilities_also_when_it_is_none() {
        gauges.measure();

        assertThat(in(UtilityState.READY)).isGreaterThanOrEqualTo(3);
        assertThat(in(UtilityState.FAILED)).isZero();
    }

    @Test
    void a_utility_whose_migration_did_not_succeed_or_whose_schema_could_not_be_made_is_named_until_it_is_mended() {
        platform("update platform.tenant set schema_changes = 1 where slug = 'siegvo'");
        platform("update platform.tenant set state = 'FAILED' where slug = 'ileo'");
        gauges.measure();
        assertThat(reasons("siegvo")).containsExactly("behind");
        assertThat(reasons("ileo")).containsExactly("failed");
        assertThat(reasons("malesherbois")).isEmpty();

        mended();

        assertThat(reasons("siegvo")).isEmpty();
        assertThat(reasons("ileo")).isEmpty();
    }

    @Test
    void one_whose_configuration_this_release_cannot_read_is_named_once_somebody_asked_for_it() {
        var configuration = configurationOf("ileo");
        platform("update platform.tenant set configuration = 'nuage: rose' where slug = 'ileo'");
        try {
            assertThat(tenants.unserved(new TenantId("ileo"))).contains(Unserved.UNREADABLE);
            assertThat(tenants.unserved(new TenantId("siegvo"))).isEmpty();
            gauges.measure();
            assertThat(reasons("ileo")).containsExactly("unreadable");
        } finally {
            configure("ileo", configuration);
        }

        gauges.measure();

        assertThat(reasons("ileo")).isEmpty();
        assertThat(tenants.unserved(new TenantId("ileo"))).isEmpty();
    }

    private static String configurationOf(String slug) {
        return registry()
                .sql("select configuration from platform.tenant where slug = ?")
                .param(slug)
                .query(String.class)
                .single();
    }

    private void configure(String slug, String configuration) {
        registry()
                .sql("update platform.tenant set configuration = ? where slug = ?")
                .params(configuration, slug)
                .update();
        tenants.refresh();
    }

    @Test
    void the_database_is_asked_nothing() {
        assertThat(statements.of(gauges::measure)).isZero();
    }

    @Test
    void the_measures_of_a_utility_that_is_gone_go_and_those_of_the_others_stay() {
        for (var utility : List.of("gone", "siegvo", "console", "unknown", "platform")) {
            Counter.builder("seen").tag(MeasuredUtility.TAG, utility).register(registry);
        }

        gauges.measure();

        assertThat(registry.find("seen").counters())
                .extracting(counter -> counter.getId().getTag(MeasuredUtility.TAG))
                .containsExactlyInAnyOrder("siegvo", "console", "unknown", "platform");
    }

    @Test
    void every_pool_is_measured() {
        assertThat(registry.find("hikaricp.connections.pending").gauges())
                .extracting(gauge -> gauge.getId().getTag("pool"))
                .containsExactlyInAnyOrder("ondine", "ondine-registry");
    }

    private double in(UtilityState state) {
        return registry.get("ondine.utilities")
                .tag("state", state.name().toLowerCase())
                .gauge()
                .value();
    }

    private List<String> reasons(String slug) {
        return registry.find("ondine.utilities.unserved").tag(MeasuredUtility.TAG, slug).gauges().stream()
                .map(gauge -> gauge.getId().getTag("reason"))
                .toList();
    }

    private void platform(String sql) {
        registry().sql(sql).update();
        tenants.refresh();
    }

    private static JdbcClient registry() {
        var server = Services.shared().database();
        return JdbcClient.create(
                new DriverManagerDataSource(server.url(), server.ownerUsername(), server.ownerPassword()));
    }
}
