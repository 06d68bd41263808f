package fr.ondine.ui.security;

import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.FranceConnectAccounts;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.identity.franceconnect.Answer;
import fr.ondine.platform.identity.franceconnect.Arrived;
import fr.ondine.platform.identity.franceconnect.FranceConnectClient;
import fr.ondine.platform.identity.franceconnect.FranceConnectRefused;
import fr.ondine.platform.tenancy.Tenants;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The way to FranceConnect and back. Whatever went wrong there, a person reads one calm sentence above the other way in,
 * and nothing was opened.
 */
@RestController
class FranceConnectController {

    static final String START = "/connexion/franceconnect";

    private static final String SIGN_IN = "/connexion?franceconnect=";
    private static final String LINK = "/mon-compte/franceconnect";
    private static final String SIGN_UP = "/inscription/franceconnect";

    private final HttpSessionOAuth2AuthorizationRequestRepository asked =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final FranceConnectClient client;
    private final FranceConnectAccounts accounts;
    private final Entering entering;
    private final Tenants tenants;

    FranceConnectController(
            FranceConnectClient client, FranceConnectAccounts accounts, Entering entering, Tenants tenants) {
        this.client = client;
        this.accounts = accounts;
        this.entering = entering;
        this.tenants = tenants;
    }

    /** To FranceConnect, from the host to which it sends back: the session of another one would not be there. */
    @GetMapping(START)
    void go(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!client.isOffered()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!request.getServerName().equals(tenants.current().canonicalHost())) {
            response.sendRedirect(tenants.origin() + START);
        } else {
            var question = client.begin(request);
            asked.saveAuthorizationRequest(question, request, response);
            response.sendRedirect(question.getAuthorizationRequestUri());
        }
    }

    @GetMapping(FranceConnectClient.CALLBACK)
    void comeBack(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (!client.isOffered()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        // it answers once, whatever becomes of it
        var question = asked.removeAuthorizationRequest(request, response);
        if (question == null) {
            refuse("echec", response); // nobody was asked: it costs nothing, and counts for nothing
            return;
        }
        var visitor = new Visitor(request.getRemoteAddr());
        if (!accounts.mayArrive(visitor)) {
            refuse("trop", response);
            return;
        }
        try {
            var arrived = client.arrive(question, Answer.of(request.getParameterMap()));
            accounts.arrived(visitor);
            receive(arrived, request, response);
        } catch (FranceConnectRefused refused) {
            refuse(word(refused.reason()), response);
        }
    }

    private void receive(Arrived arrived, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (isAnybody()) {
            // an open session may be somebody else's: its owner is asked
            ComingIdentity.keep(request, arrived.identity());
            response.sendRedirect(LINK);
            return;
        }
        var user = accounts.signIn(arrived.identity());
        if (user.isPresent()) {
            ComingIdentity.forget(request);
            entering.enter(new FranceConnectAuthentication(user.get(), arrived.idToken()), request, response);
        } else {
            ComingIdentity.keep(request, arrived.identity());
            response.sendRedirect(SIGN_UP);
        }
    }

    private static void refuse(String why, HttpServletResponse response) throws IOException {
        response.sendRedirect(isAnybody() ? LINK + "?echec=" + why : SIGN_IN + why);
    }

    private static boolean isAnybody() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof CurrentUser;
    }

    private static String word(FranceConnectRefused.Reason reason) {
        return switch (reason) {
            case GIVEN_UP -> "abandon";
            case AWAY -> "indisponible";
            case FAILED -> "echec";
        };
    }
}
