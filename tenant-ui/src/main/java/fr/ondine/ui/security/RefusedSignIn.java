package fr.ondine.ui.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads a refused sign-in back to its page, which says so and still holds the address that was typed. */
public final class RefusedSignIn implements AuthenticationFailureHandler {

    private static final String TYPED = RefusedSignIn.class.getName();
    private static final int LONGEST = 254;

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        var typed = Optional.ofNullable(request.getParameter(SecurityConfiguration.EMAIL))
                .orElse("");
        request.getSession().setAttribute(TYPED, typed.length() > LONGEST ? "" : typed);
        response.sendRedirect(
                refused instanceof AuthenticationServiceException ? "/connexion?occupe" : "/connexion?erreur");
    }

    /** The address that the refused sign-in had, or empty. */
    public static String typed(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(TYPED) instanceof String typed ? typed : "";
    }
}
