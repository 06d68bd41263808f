package fr.ondine.ui.security;

import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.Presence;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever has not shown who they are since a program wants it is nobody to its question; their session goes on. */
final class ShownLately extends OncePerRequestFilter {

    private static final String LONG_AGO = ShownLately.class.getName();

    private final Presence presence;
    private final SecurityContextHolderStrategy holder;
    private final Clock clock;

    ShownLately(Presence presence, SecurityContextHolderStrategy holder, Clock clock) {
        this.presence = presence;
        this.holder = holder;
        this.clock = clock;
    }

    /** Whether somebody is signed in, who showed it too long ago. */
    static boolean isLongAgo(HttpServletRequest request) {
        return request.getAttribute(LONG_AGO) != null;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HostRoutes.path(request).equals(ProviderDoor.AUTHORIZE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = holder.getContext().getAuthentication();
        var question = ProgramQuestion.of(request, clock.instant());
        if (signedIn != null && signedIn.getPrincipal() instanceof CurrentUser user && question.isParticular()) {
            if (hasShown(user, question, request)) {
                ProgramQuestion.answered(request);
            } else {
                holder.clearContext();
                request.setAttribute(LONG_AGO, true);
            }
        }
        chain.doFilter(request, response);
    }

    private boolean hasShown(CurrentUser user, ProgramQuestion question, HttpServletRequest request) {
        return presence.shownAt(user)
                .filter(shownAt -> question.isContent(shownAt, ProgramQuestion.waiting(request)))
                .isPresent();
    }
}
