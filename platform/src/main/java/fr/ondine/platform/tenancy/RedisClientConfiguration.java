package fr.ondine.platform.tenancy;

import io.lettuce.core.resource.NettyCustomizer;
import io.lettuce.core.tracing.LettuceObservationContext;
import io.micrometer.observation.ObservationPredicate;
import io.netty.channel.Channel;
import io.netty.handler.flush.FlushConsolidationHandler;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** How commands travel to Redis: most of what one costs is to write it, and to note how long it took. */
@Configuration(proxyBeanMethods = false)
class RedisClientConfiguration {

    private static final String TRACES = "management.opentelemetry.tracing.export.otlp.endpoint";
    private static final int MOST = 256;

    /** Commands that are given at the same time leave in one write. */
    @Bean
    ClientResourcesBuilderCustomizer commandsTogether() {
        return resources -> resources.nettyCustomizer(new Together());
    }

    /** A command is a step of a trace; where no trace leaves, nobody asks how long each took. */
    @Bean
    ObservationPredicate commandsOfTraces(Environment environment) {
        var leave = environment.containsProperty(TRACES);
        return (name, context) -> leave || !(context instanceof LettuceObservationContext);
    }

    private static final class Together implements NettyCustomizer {

        @Override
        public void afterChannelInitialized(Channel channel) {
            channel.pipeline().addFirst(new FlushConsolidationHandler(MOST, true));
        }
    }
}
