package fr.ondine.platform.tenancy;

import io.micrometer.core.instrument.config.MeterFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What would make a series of its own and tells nobody anything. */
@Configuration(proxyBeanMethods = false)
class MeasuresConfiguration {

    /** A Redis that moves from node to node has an address of its own each time. */
    @Bean
    MeterFilter noAddresses() {
        return MeterFilter.ignoreTags("net.sock.peer.addr", "net.sock.peer.port", "net.transport", "db.system");
    }
}
