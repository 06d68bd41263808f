package fr.ondine.platform.tenancy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom this process believes, beside those whom the JVM does, when a server proves who it is.
 *
 * @param authorities a file with their certificates (PEM), one after the other
 */
@ConfigurationProperties("ondine.tls")
record TlsSettings(@Nullable Path authorities) {

    TlsSettings {
        if (authorities != null && read(authorities).isEmpty()) {
            throw new IllegalArgumentException("ondine.tls.authorities must be a file of certificates (PEM)");
        }
    }

    List<Certificate> certificates() {
        return authorities == null ? List.of() : read(authorities);
    }

    private static List<Certificate> read(Path file) {
        try (var content = Files.newInputStream(file)) {
            return List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(content));
        } catch (IOException | CertificateException unreadable) {
            return List.of();
        }
    }
}
