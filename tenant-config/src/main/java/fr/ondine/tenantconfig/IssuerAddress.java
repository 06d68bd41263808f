package fr.ondine.tenantconfig;

import java.net.URI;
import java.util.Set;

/** Where a provider of identities is, to the letter as it names itself. */
final class IssuerAddress {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    private IssuerAddress() {}

    /** Under TLS, but on this machine: whoever reads the way there would read the utility's secret. */
    static boolean isSafe(URI issuer) {
        return issuer.getHost() != null
                && issuer.getRawQuery() == null
                && issuer.getRawFragment() == null
                && issuer.getRawUserInfo() == null
                && !issuer.toString().endsWith("/")
                && ("https".equals(issuer.getScheme())
                        || "http".equals(issuer.getScheme()) && THIS_MACHINE.contains(issuer.getHost()));
    }
}
