package fr.ondine.ui.security;

import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;

/** Where a person arrives who has signed out, and is told so, or that the account is gone. */
final class SignedOut extends SimpleUrlLogoutSuccessHandler {

    private static final String FOR_GOOD = SignedOut.class.getName();

    SignedOut() {
        setRedirectStrategy(new UidlRedirectStrategy());
    }

    /** From now on this request tells that the account is gone. */
    static void forGood(HttpServletRequest request) {
        request.setAttribute(FOR_GOOD, true);
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person) {
        return request.getAttribute(FOR_GOOD) == null ? "/connexion?deconnexion" : "/connexion?compte-supprime";
    }
}
