package fr.ondine.ui.security;

import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import fr.ondine.platform.identity.franceconnect.FranceConnectClient;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;

/** Where a person arrives who has signed out, and is told so, or that the account is gone. */
final class SignedOut extends SimpleUrlLogoutSuccessHandler {

    private static final String FOR_GOOD = SignedOut.class.getName();

    /** Where FranceConnect sends a browser back to, as it was told beforehand. */
    private static final String BACK = "/deconnexion";

    /** What FranceConnect gives back as it was told it. */
    private static final String DELETED = "compte-supprime";

    private final FranceConnectClient franceConnect;

    SignedOut(FranceConnectClient franceConnect) {
        this.franceConnect = franceConnect;
        setRedirectStrategy(new UidlRedirectStrategy());
    }

    /** From now on this request tells that the account is gone. */
    static void forGood(HttpServletRequest request) {
        request.setAttribute(FOR_GOOD, true);
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person) {
        var forGood = request.getAttribute(FOR_GOOD) != null;
        return Optional.ofNullable(person)
                .filter(FranceConnectAuthentication.class::isInstance)
                .map(FranceConnectAuthentication.class::cast)
                .flatMap(here ->
                        franceConnect.signOut(here.idToken(), BACK, forGood ? Optional.of(DELETED) : Optional.empty()))
                .map(URI::toString)
                .orElse(forGood ? "/connexion?" + DELETED : "/connexion?deconnexion");
    }
}
