package fr.ondine.ui.security;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.spring.security.AuthenticationContext;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.ui.session.SessionAge;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** The person whose page is being worked on: who they are, from where, and the end of their session. */
@Component
public class SignedIn {

    private final AuthenticationContext authentication;
    private final Sessions sessions;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SignedIn(AuthenticationContext authentication, Sessions sessions) {
        this.authentication = authentication;
        this.sessions = sessions;
    }

    public CurrentUser user() {
        return find().orElseThrow();
    }

    public boolean isAnybody() {
        return find().isPresent();
    }

    /** Neither a subscriber nor somebody of the staff, whose session a sign-in would end. */
    public boolean isNobody() {
        return !authentication.isAuthenticated();
    }

    /** Nobody, too, when staff is signed in: at the pages of subscribers they are strangers. */
    private Optional<CurrentUser> find() {
        return authentication
                .getAuthenticatedUser(AuthenticatedPrincipal.class)
                .filter(CurrentUser.class::isInstance)
                .map(CurrentUser.class::cast);
    }

    /**
     * Goes on in this session as what the account has become. When everything older has ended, so has a copy of this
     * session's cookie.
     */
    public void become(CurrentUser account) {
        become(account, HttpServletRequest::changeSessionId);
    }

    /** The same where nobody showed anew who they are. */
    public void remain(CurrentUser account) {
        become(account, SessionAge::rename);
    }

    private void become(CurrentUser account, Consumer<HttpServletRequest> rename) {
        var user = account.in(user().session());
        if (user.securityVersion() != user().securityVersion()) {
            rename.accept(VaadinServletRequest.getCurrent().getHttpServletRequest());
            sessions.goOn(user);
        }
        goOn(
                SecurityContextHolder.getContext().getAuthentication() instanceof FranceConnectAuthentication here
                        ? here.as(user)
                        : PasswordSignIn.of(user));
    }

    /** The person linked who came from FranceConnect in this session: it ends there with this one. */
    public void linked() {
        ComingIdentity.idToken(VaadinServletRequest.getCurrent().getHttpServletRequest())
                .ifPresent(idToken -> goOn(new FranceConnectAuthentication(user(), idToken)));
        ComingIdentity.forget();
    }

    private void goOn(Authentication person) {
        var context = new SecurityContextImpl(person);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(
                context,
                VaadinServletRequest.getCurrent().getHttpServletRequest(),
                VaadinServletResponse.getCurrent().getHttpServletResponse());
    }

    /** Ends this session, and with it the device's remembrance. */
    public void signOut() {
        authentication.logout();
    }

    /** Ends this session because the account is gone. */
    public void signOutForGood() {
        SignedOut.forGood(VaadinServletRequest.getCurrent().getHttpServletRequest());
        signOut();
    }

    /** What a program asks of whoever shows who they are. */
    public static Optional<ProgramQuestion> asked() {
        return ProgramQuestion.waiting(VaadinServletRequest.getCurrent().getHttpServletRequest());
    }

    /** Whoever looks at the page, signed in or not, for counting attempts. */
    public static Visitor visitor() {
        return new Visitor(VaadinServletRequest.getCurrent().getRemoteAddr());
    }
}
