package fr.ondine.ui.security;

import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.SignInRefused;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Begins a person's session as the form of a password does: under another id, and where they wanted to go. */
@Component
class Entering {

    static final String HOME = "/tableau-de-bord";

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionCsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();
    private final SavedRequestAwareAuthenticationSuccessHandler wanted =
            new SavedRequestAwareAuthenticationSuccessHandler();
    private final RememberMe devices;

    Entering(RememberMe devices) {
        this.devices = devices;
        wanted.setDefaultTargetUrl(HOME);
    }

    /** Goes on with the session that is there, which from now on knows that much more of the person. */
    void goOn(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        var context = new SecurityContextImpl(person);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** {@code shown} tells how the person showed who they are; {@link SignInRefused} where they no longer may. */
    void enter(
            Function<CurrentUser, Authentication> shown,
            CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        var person = shown.apply(devices.begin(user, request));
        request.getSession();
        request.changeSessionId();
        tokens.saveToken(null, request, response);
        goOn(person, request, response);
        devices.loginSuccess(request, response, person);
        wanted.onAuthenticationSuccess(request, response, person);
    }
}
