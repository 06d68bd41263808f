package fr.ondine.ui.security;

import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.oidc.Answer;
import fr.ondine.platform.oidc.ProviderRefused;
import fr.ondine.platform.staff.StaffProConnect;
import fr.ondine.platform.staff.proconnect.ArrivedAtWork;
import fr.ondine.platform.staff.proconnect.ProConnectClient;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.ui.session.SessionAge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The way to ProConnect and back, of those who work at the utility. It is the first of two steps: who comes back has
 * opened nothing yet, and who does not reads one calm sentence above the password.
 */
@RestController
class ProConnectController {

    static final String START = StaffSecurity.SIGN_IN + "/proconnect";
    static final String LEAVE = START + "/quitter";
    static final String AFTER = StaffSecurity.HOME + "/deconnexion";

    private static final String WANTED = "vers";
    private static final String TOLD = StaffSecurity.SIGN_IN + "?proconnect=";

    /** Apart from what FranceConnect is asked: neither's answer is ever held against the other's question. */
    private static final String ASKED = ProConnectController.class.getName() + ".asked";

    private final ProConnectClient client;
    private final StaffProConnect door;
    private final SignedInStaff signedIn;
    private final Tenants tenants;

    ProConnectController(ProConnectClient client, StaffProConnect door, SignedInStaff signedIn, Tenants tenants) {
        this.client = client;
        this.door = door;
        this.signedIn = signedIn;
        this.tenants = tenants;
    }

    /** To ProConnect, from the host to which it sends back: the session of another one would not be there. */
    @GetMapping(START)
    void go(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!client.isOffered()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (signedIn.find().isPresent()) {
            response.sendRedirect(StaffSecurity.HOME);
        } else if (SameOriginFilter.isSentByAnother(request)) {
            // nobody begins a session by following somebody else's link: they are asked by our own button
            response.sendRedirect(tenants.origin() + StaffSecurity.SIGN_IN);
        } else if (!request.getServerName().equals(tenants.current().canonicalHost())) {
            var wish = request.getQueryString();
            response.sendRedirect(tenants.origin() + START + (wish == null ? "" : "?" + wish));
        } else {
            var question = OAuth2AuthorizationRequest.from(client.begin(request))
                    .attributes(kept -> kept.put(WANTED, wanted(request.getParameter(WANTED))))
                    .build();
            request.getSession().setAttribute(ASKED, question);
            response.sendRedirect(question.getAuthorizationRequestUri());
        }
    }

    @GetMapping(ProConnectClient.CALLBACK)
    void comeBack(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!client.isOffered()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var question = takeQuestion(request);
        if (question == null) {
            // nobody was asked: it costs nothing, and counts for nothing
            response.sendRedirect(signedIn.find().isPresent() ? StaffSecurity.HOME : TOLD + "echec");
            return;
        }
        var from = new Visitor(request.getRemoteAddr()).address();
        if (!door.mayArrive(from)) {
            response.sendRedirect(TOLD + "trop");
            return;
        }
        try {
            receive(client.arrive(question, Answer.of(request.getParameterMap())), question, from, request, response);
        } catch (ProviderRefused refused) {
            response.sendRedirect(TOLD + word(refused.reason()));
        }
    }

    /** Whom ProConnect remembers may have another account there: it forgets them, and they choose anew. */
    @GetMapping(LEAVE)
    void leave(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var session = request.getSession(false);
        var token = ComingStaff.idToken(session);
        if (session == null || token.isEmpty() || SameOriginFilter.isSentByAnother(request)) {
            response.sendRedirect(StaffSecurity.SIGN_IN);
            return;
        }
        ComingStaff.leave(session);
        response.sendRedirect(
                client.signOut(token.get(), AFTER).map(URI::toString).orElse(StaffSecurity.SIGN_IN));
    }

    private void receive(
            ArrivedAtWork arrived,
            OAuth2AuthorizationRequest question,
            String from,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var given = door.admit(arrived.identity(), from);
        ComingStaff.keep(request, arrived, given);
        // whoever knew the session's name before ProConnect was asked knows nothing
        SessionAge.rename(request);
        var next = URLEncoder.encode(String.valueOf(question.<String>getAttribute(WANTED)), StandardCharsets.UTF_8);
        response.sendRedirect(given.isPresent() ? StaffSecurity.SIGN_IN + "?" + WANTED + "=" + next : TOLD + "refus");
    }

    /** What this session asked: it is answered once, whatever becomes of it. */
    private static @Nullable OAuth2AuthorizationRequest takeQuestion(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ASKED) instanceof OAuth2AuthorizationRequest question)) {
            return null;
        }
        session.removeAttribute(ASKED);
        return question;
    }

    /** The page at the end of it says whether it is one of ours. */
    private static String wanted(@Nullable String wish) {
        return wish == null ? StaffSecurity.HOME : wish;
    }

    private static String word(ProviderRefused.Reason reason) {
        return switch (reason) {
            case GIVEN_UP -> "abandon";
            case AWAY -> "indisponible";
            case FAILED -> "echec";
        };
    }
}
