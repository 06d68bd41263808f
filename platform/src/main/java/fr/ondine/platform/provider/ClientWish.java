package fr.ondine.platform.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program as an administrator wants it registered.
 *
 * @param publicKeys a JSON Web Key Set by which it shows who it is; nothing where it is to have a secret
 * @param redirects where people come back to it, each as it is sent
 */
public record ClientWish(
        String name,
        ClientKind kind,
        Set<ClientScope> scopes,
        List<String> redirects,
        @Nullable String publicKeys) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REDIRECT = 500;
    private static final int MOST_REDIRECTS = 10;

    /** As the address that a browser itself has, which no network takes it away from. */
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

    public ClientWish {
        name = name.strip();
        scopes = Set.copyOf(scopes);
        redirects = redirects.stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }

    ClientWish check() {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new ClientRefused("name", LONGEST_NAME);
        }
        if (scopes.isEmpty() || !ClientScope.of(kind).containsAll(scopes)) {
            throw new ClientRefused("scopes");
        }
        if (kind == ClientKind.MACHINE && !redirects.isEmpty()) {
            throw new ClientRefused("redirect-of-machine");
        }
        if (kind == ClientKind.APPLICATION && (redirects.isEmpty() || redirects.size() > MOST_REDIRECTS)) {
            throw new ClientRefused("redirect-missing", MOST_REDIRECTS);
        }
        redirects.forEach(ClientWish::check);
        if (publicKeys != null) {
            PublicKeys.check(publicKeys);
        }
        return this;
    }

    private static void check(String redirect) {
        if (redirect.length() > LONGEST_REDIRECT || !isAllowed(redirect)) {
            throw new ClientRefused("redirect", redirect);
        }
    }

    private static boolean isAllowed(String redirect) {
        try {
            var address = new URI(redirect);
            var host = address.getHost();
            return host != null
                    && address.getFragment() == null
                    && address.getRawUserInfo() == null
                    && !redirect.contains("*")
                    && !redirect.contains("..")
                    && ("https".equals(address.getScheme())
                            || "http".equals(address.getScheme()) && LOOPBACK.contains(host));
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
