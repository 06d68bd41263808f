package fr.ondine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.services.Services;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class OwnerSessionTests {

    @Autowired
    OwnerConnections owner;

    @Test
    void a_server_soon_notices_that_an_owner_is_gone_here_and_on_every_other_cluster() {
        var here = Services.shared().database();
        var there = new ClusterSettings.Cluster(
                here.url(), here.appPassword(), here.ownerUsername(), here.ownerPassword(), 1);
        var clusters = new ClusterSettings(Map.of("there", there), Duration.ofSeconds(3)).owners();

        for (DataSource source : List.of(owner.pool(), clusters.get("there"))) {
            var setting = JdbcClient.create(source)
                    .sql(
                            "select string_agg(setting, ' ' order by name) from pg_settings"
                                    + " where name in ('tcp_keepalives_count', 'tcp_keepalives_idle', 'tcp_keepalives_interval')")
                    .query(String.class)
                    .single();
            assertThat(setting)
                    .as("count, seconds before the first, seconds between")
                    .isEqualTo("3 10 5");
        }
    }
}
