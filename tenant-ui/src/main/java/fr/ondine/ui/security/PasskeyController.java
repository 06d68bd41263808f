package fr.ondine.ui.security;

import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.Passkeys;
import fr.ondine.platform.identity.SignInRefused;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets in by a passkey: asks the browser for one, and takes the form in which it answers. */
@RestController
public class PasskeyController {

    public static final String ASK = "/connexion/cle-d-acces/question";
    public static final String ANSWER = "/connexion/cle-d-acces";

    private static final String SIGN_IN = "/connexion";

    private final Passkeys passkeys;
    private final Entering entering;
    private final RememberMe devices;

    PasskeyController(Passkeys passkeys, Entering entering, RememberMe devices) {
        this.passkeys = passkeys;
        this.entering = entering;
        this.devices = devices;
    }

    @PostMapping(path = ASK, produces = MediaType.APPLICATION_JSON_VALUE)
    String ask(HttpServletRequest request) {
        var asked = passkeys.ask(request.getServerName());
        ComingPasskey.keep(request, asked.question());
        return asked.options();
    }

    @PostMapping(ANSWER)
    void signIn(
            @RequestParam(name = "reponse", defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        var question = ComingPasskey.take(request);
        if (isAnybody()) {
            response.sendRedirect(SIGN_IN);
        } else if (question.isEmpty()) {
            response.sendRedirect(SIGN_IN + "?cle=refus");
        } else {
            try {
                var user = passkeys.signIn(question.get(), answer, devices.visitor(request));
                entering.enter(PasswordSignIn::of, user, request, response);
            } catch (SignInRefused refused) {
                response.sendRedirect(SIGN_IN + "?cle=refus");
            }
        }
    }

    private static boolean isAnybody() {
        var known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof CurrentUser;
    }
}
