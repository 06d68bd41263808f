package fr.ondine.platform.tenancy;

import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.SslMode;
import org.postgresql.ssl.DefaultJavaSSLFactory;
import org.postgresql.util.PSQLException;

/**
 * To whom a PostgreSQL must prove who it is, where its address asks for that ({@code sslmode=verify-full}): to the
 * authorities that this JVM believes, and not, as by the driver's own rules, to those of a file in a home that nobody has.
 */
final class ServerProof {

    /** An address that names one of these has files of its own. */
    private static final List<PGProperty> FILES =
            List.of(PGProperty.SSL_FACTORY, PGProperty.SSL_ROOT_CERT, PGProperty.SSL_CERT, PGProperty.SSL_KEY);

    private ServerProof() {}

    /** What is told to the driver besides the address. */
    static Properties properties(String url) {
        var properties = new Properties();
        var asked = Driver.parseURL(url, null);
        if (asked != null && FILES.stream().noneMatch(each -> each.isPresent(asked)) && isWanted(asked)) {
            PGProperty.SSL_FACTORY.set(properties, DefaultJavaSSLFactory.class.getName());
        }
        return properties;
    }

    private static boolean isWanted(Properties asked) {
        try {
            return SslMode.of(asked).verifyCertificate();
        } catch (PSQLException unknown) {
            return false; // the driver says so itself, with the first connection
        }
    }
}
