package fr.ondine.ui.security;

import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.SignInRefused;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.oldaccounts.OldAccounts;
import fr.ondine.platform.oldaccounts.OldSignIn.Proven;
import fr.ondine.platform.oldaccounts.OldSignIn.SignedIn;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes the form of the old number and password, which the browser posts as it does that of a sign-in. */
@RestController
class OldAccountController {

    static final String SEND = "/connexion/ancien-compte/envoi";

    private static final String ASK = "/connexion/ancien-compte";
    private static final String NEXT = "/inscription/ancien-compte";

    private final OldAccounts accounts;
    private final Entering entering;
    private final RememberMe devices;

    OldAccountController(OldAccounts accounts, Entering entering, RememberMe devices) {
        this.accounts = accounts;
        this.entering = entering;
        this.devices = devices;
    }

    @PostMapping(SEND)
    void signIn(
            @RequestParam(name = "numero", defaultValue = "") String number,
            @RequestParam(name = "password", defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (!accounts.areOffered()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (isAnybody()) {
            response.sendRedirect("/mon-compte");
        } else {
            attempt(number, password, request, response);
        }
    }

    private void attempt(String number, String password, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            switch (accounts.signIn(number, password, devices.visitor(request))) {
                case Proven proven -> {
                    ComingOldLogin.keep(request, proven.login());
                    response.sendRedirect(NEXT);
                }
                case SignedIn in -> entering.enter(PasswordSignIn::of, in.user(), request, response);
            }
        } catch (SignInRefused refused) {
            refuse("?erreur", number, request, response);
        } catch (DomainException busy) {
            refuse("?occupe", number, request, response);
        }
    }

    private static void refuse(String why, String number, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ComingOldLogin.refused(request, number);
        response.sendRedirect(ASK + why);
    }

    private static boolean isAnybody() {
        var known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof CurrentUser;
    }
}
