package fr.ondine.platform.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** All pools of this process, of which Spring Boot would find the main one at most. */
@Component
class PoolMeasures implements MeterBinder {

    private final List<HikariDataSource> pools = new ArrayList<>();

    PoolMeasures(DataSource main, ClusterPools others, RegistryReader registry) throws SQLException {
        pools.add(main.unwrap(HikariDataSource.class));
        pools.add(registry.pool());
        for (var other : others.byName().values()) {
            pools.add(other.unwrap(HikariDataSource.class));
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        pools.stream()
                .filter(pool -> pool.getMetricsTrackerFactory() == null)
                .forEach(pool -> pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry)));
    }
}
