package fr.ondine.ui.security;

import fr.ondine.platform.identity.CurrentUser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/** At the provider a subscriber is somebody, and nobody else is: who works at the utility agrees to nothing there. */
final class SubscriberOnly extends OncePerRequestFilter {

    private final SecurityContextHolderStrategy holder;

    SubscriberOnly(SecurityContextHolderStrategy holder) {
        this.holder = holder;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = holder.getContext().getAuthentication();
        if (signedIn instanceof SeenAsAuthentication
                || signedIn != null && !(signedIn.getPrincipal() instanceof CurrentUser)) {
            holder.clearContext();
        }
        chain.doFilter(request, response);
    }
}
