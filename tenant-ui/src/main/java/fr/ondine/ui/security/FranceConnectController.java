package fr.ondine.ui.security;

import fr.ondine.platform.identity.AnotherIdentity;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.FranceConnectAccounts;
import fr.ondine.platform.identity.LinkNoLongerValid;
import fr.ondine.platform.identity.SignInRefused;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.identity.franceconnect.Arrived;
import fr.ondine.platform.identity.franceconnect.FranceConnectClient;
import fr.ondine.platform.identity.franceconnect.Question;
import fr.ondine.platform.identity.franceconnect.Question.Proof;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.oidc.Answer;
import fr.ondine.platform.oidc.ProviderRefused;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.ui.shell.JustActivated;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The way to FranceConnect and back. Whatever went wrong there, a person reads one calm sentence above the other way in,
 * and nothing was opened.
 */
@RestController
class FranceConnectController {

    static final String START = "/connexion/franceconnect";

    private static final String LINK_PARAMETER = "jeton";
    private static final String ANEW = "autre";
    private static final String SIGN_IN = "/connexion?franceconnect=";
    private static final String LINK = "/mon-compte/franceconnect";
    private static final String SIGN_UP = "/inscription/franceconnect";

    private final HttpSessionOAuth2AuthorizationRequestRepository asked =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final FranceConnectClient client;
    private final FranceConnectAccounts accounts;
    private final Entering entering;
    private final OwnerAtFranceConnect owners;
    private final Tenants tenants;

    FranceConnectController(
            FranceConnectClient client,
            FranceConnectAccounts accounts,
            Entering entering,
            OwnerAtFranceConnect owners,
            Tenants tenants) {
        this.client = client;
        this.accounts = accounts;
        this.entering = entering;
        this.owners = owners;
        this.tenants = tenants;
    }

    /** To FranceConnect, from the host to which it sends back: the session of another one would not be there. */
    @GetMapping(START)
    void go(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!client.isOffered()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (SameOriginFilter.isSentByAnother(request)) {
            // nobody begins a session by following somebody else's link: they are asked by our own button
            response.sendRedirect(tenants.origin() + "/connexion");
        } else if (!request.getServerName().equals(tenants.current().canonicalHost())) {
            var wish = request.getQueryString();
            response.sendRedirect(tenants.origin() + START + (wish == null ? "" : "?" + wish));
        } else if (OwnerAtFranceConnect.isWished(request) && !isAnybody()) {
            // their session has ended meanwhile: they sign in, and ask again
            response.sendRedirect(tenants.origin() + "/connexion");
        } else {
            var question = client.begin(request, question(request));
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
        if (question == null || isOfSomebodyElse(question)) {
            refuse("echec", response); // nobody here was asked: it costs nothing, and counts for nothing
            return;
        }
        var visitor = new Visitor(request.getRemoteAddr());
        if (!accounts.mayArrive(visitor)) {
            refuse("trop", question, request, response);
            return;
        }
        try {
            var arrived = client.arrive(question, Answer.of(request.getParameterMap()));
            accounts.arrived(visitor);
            var proof = Question.proof(question);
            var link = Question.link(question);
            if (proof.isPresent()) {
                owners.receive(proof.get(), arrived, here(), request, response);
            } else if (link.isPresent()) {
                confirm(link.get(), arrived, request, response);
            } else {
                receive(arrived, request, response);
            }
        } catch (ProviderRefused refused) {
            refuse(word(refused.reason()), question, request, response);
        } catch (SignInRefused closedMeanwhile) {
            refuse("echec", response);
        }
    }

    /** Whom FranceConnect remembers may be somebody else: whose account is open, or who was just told so, is asked anew. */
    private static Question question(HttpServletRequest request) {
        var link = request.getParameter(LINK_PARAMETER);
        var anew = isAnybody() || request.getParameter(ANEW) != null || ComingIdentity.wasAnother(request);
        var proof = isAnybody() ? OwnerAtFranceConnect.wished(request, here()) : Optional.<Proof>empty();
        return new Question(link == null ? null : new RawToken(link), proof.orElse(null), anew);
    }

    /** Whether it is to confirm something for a person who has left this session since. */
    private static boolean isOfSomebodyElse(OAuth2AuthorizationRequest question) {
        return Question.proof(question)
                .filter(proof -> !isAnybody() || !here().userId().equals(proof.user()))
                .isPresent();
    }

    /** The mailed link, and who asked for it: only both together open the new space. */
    private void confirm(RawToken link, Arrived arrived, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            var user = accounts.confirm(link, arrived.identity());
            JustActivated.keep(user.address(), request);
            enter(user, arrived, request, response);
        } catch (AnotherIdentity other) {
            ComingIdentity.another(request);
            refuse("autre", response);
        } catch (LinkNoLongerValid used) {
            receive(arrived, request, response);
        }
    }

    private void enter(CurrentUser user, Arrived arrived, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        ComingIdentity.forget(request);
        entering.enter(session -> new FranceConnectAuthentication(session, arrived.idToken()), user, request, response);
    }

    private void receive(Arrived arrived, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (whoIsHere() instanceof CurrentUser here) {
            // an open session may be somebody else's: its owner is asked; the one at FranceConnect ends with it
            entering.goOn(new FranceConnectAuthentication(here, arrived.idToken()), request, response);
            ComingIdentity.keep(request, arrived);
            response.sendRedirect(LINK);
            return;
        }
        var user = accounts.signIn(arrived.identity());
        if (user.isPresent()) {
            enter(user.get(), arrived, request, response);
        } else {
            ComingIdentity.keep(request, arrived);
            response.sendRedirect(SIGN_UP);
        }
    }

    private void refuse(
            String why, OAuth2AuthorizationRequest question, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var proof = Question.proof(question);
        if (proof.isPresent()) {
            owners.refuse(proof.get(), why, request, response);
        } else {
            refuse(why, response);
        }
    }

    private static void refuse(String why, HttpServletResponse response) throws IOException {
        response.sendRedirect(isAnybody() ? LINK + "?echec=" + why : SIGN_IN + why);
    }

    private static boolean isAnybody() {
        return whoIsHere() instanceof CurrentUser;
    }

    private static CurrentUser here() {
        return (CurrentUser) Objects.requireNonNull(whoIsHere());
    }

    private static @Nullable Object whoIsHere() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known == null ? null : known.getPrincipal();
    }

    private static String word(ProviderRefused.Reason reason) {
        return switch (reason) {
            case GIVEN_UP -> "abandon";
            case AWAY -> "indisponible";
            case FAILED -> "echec";
        };
    }
}
