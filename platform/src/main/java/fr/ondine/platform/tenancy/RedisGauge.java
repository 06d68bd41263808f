package fr.ondine.platform.tenancy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Whether this process hears Redis. */
@Component
class RedisGauge implements MeterBinder {

    private final RegistryNews news;

    RedisGauge(RegistryNews news) {
        this.news = news;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ondine.redis.connected", news, redis -> redis.isConnected() ? 1 : 0)
                .description("1 while this process hears Redis")
                .register(registry);
    }
}
