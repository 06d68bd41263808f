package fr.ondine.ui.security;

import fr.ondine.platform.tenancy.PlatformVault;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the lines of the log that are of one person be found together, without saying who it is: a keyed digest stands for
 * whoever is signed in, so that no list of accounts tells who was meant.
 */
final class UserInLogs extends OncePerRequestFilter {

    static final String KEY = "user.hash";

    private static final int DIGITS = 16;

    private final Digests digests;
    private final SecurityContextHolderStrategy holder;

    UserInLogs(Digests digests, SecurityContextHolderStrategy holder) {
        this.digests = digests;
        this.holder = holder;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = who(holder.getContext().getAuthentication());
        if (who.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try (var said = MDC.putCloseable(KEY, digests.of(who.get()))) {
            chain.doFilter(request, response);
        }
    }

    /** Who acts: of somebody of the staff who looks as a subscriber, that is not the subscriber. */
    private static Optional<Object> who(@Nullable Authentication signedIn) {
        return switch (signedIn) {
            case SeenAsAuthentication seen -> Optional.of(seen.staff());
            case Authentication known
            when known.getPrincipal() instanceof AuthenticatedPrincipal person -> Optional.of(person);
            case null, default -> Optional.empty();
        };
    }

    /** The digests of one platform. */
    @Component
    static final class Digests {

        private final PlatformVault vault;

        Digests(PlatformVault vault) {
            this.vault = vault;
        }

        /** By the account, which says its kind and its utility; never by an address or a name. */
        String of(Object person) {
            return vault.mac("logs", "user", person.toString()).substring(0, DIGITS);
        }
    }
}
