package fr.ondine.platform.tenancy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Has whatever speaks TLS in this process believe the authorities of {@code ondine.tls.authorities} too: PostgreSQL,
 * Redis, mails, buckets, providers, traces. All of them ask the JVM, which takes no PEM: it is given a store of its own.
 */
final class OwnAuthorities implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String STORE = "javax.net.ssl.trustStore";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Binder.get(context.getEnvironment())
                .bind("ondine.tls", TlsSettings.class)
                .map(TlsSettings::certificates)
                .ifBound(OwnAuthorities::believe);
    }

    private static void believe(List<Certificate> more) {
        try {
            var file = store(Stream.concat(known(), more.stream()).toList());
            System.setProperty(STORE, file.toString());
            System.setProperty(STORE + "Type", "PKCS12");
            System.clearProperty(STORE + "Password");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that the JVM came with, or was told of by its options. */
    private static Stream<Certificate> known() throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()));
    }

    /** Without a password: nothing in it is secret. */
    private static Path store(List<Certificate> certificates) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (var number = 0; number < certificates.size(); number++) {
            store.setCertificateEntry("authority-" + number, certificates.get(number));
        }
        var file = Files.createTempFile("authorities", ".p12");
        file.toFile().deleteOnExit();
        try (var content = Files.newOutputStream(file)) {
            store.store(content, null);
        }
        return file;
    }
}
