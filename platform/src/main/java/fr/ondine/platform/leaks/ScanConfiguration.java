package fr.ondine.platform.leaks;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which scanner looks at the files that people send. */
@Configuration(proxyBeanMethods = false)
class ScanConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ScanConfiguration.class);

    @Bean
    FileScan fileScan(ScanSettings settings) {
        var host = settings.host();
        if (host == null || host.isBlank()) {
            LOG.warn("files that subscribers send are not scanned: ondine.scan.host names no ClamAV daemon");
            return content -> FileScan.Verdict.NOT_SCANNED;
        }
        return new ClamdScan(host, settings.portOrUsual(), settings.timeoutOrUsual());
    }
}
