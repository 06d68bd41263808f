package fr.ondine.ui.security;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinSession;
import fr.ondine.platform.customers.SeenAs;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.proconnect.ProConnectClient;
import fr.ondine.ui.session.SessionAge;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** The person of the staff whose page is being worked on: who they are, the beginning and the end of their session. */
@Component
public class SignedInStaff {

    static final String DRAFT = "ondine.draft";

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    private final FormerSession former;
    private final ProConnectClient proConnect;

    SignedInStaff(FormerSession former, ProConnectClient proConnect) {
        this.former = former;
        this.proConnect = proConnect;
    }

    public CurrentStaff get() {
        return find().orElseThrow();
    }

    public Optional<CurrentStaff> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof CurrentStaff staff
                ? Optional.of(staff)
                : Optional.empty();
    }

    /** Goes on as that person, in a session of another name: whoever knew the old one knows nothing. */
    public void become(CurrentStaff staff) {
        former.end();
        save(StaffAuthentication.of(staff), HttpServletRequest::changeSessionId);
    }

    private void save(Authentication person, Consumer<HttpServletRequest> rename) {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        rename.accept(request);
        var context = new SecurityContextImpl(person);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(
                context, request, VaadinServletResponse.getCurrent().getHttpServletResponse());
    }

    /** Looks at the portal as that subscriber sees it, in a session of another name, until it is over. */
    public void seeAs(SeenAs seen) {
        save(new SeenAsAuthentication(seen, get()), SessionAge::rename);
        UI.getCurrentOrThrow()
                .getPage()
                .setLocation("/tableau-de-bord?contrat=" + seen.agreement().value());
    }

    /** Keeps a configuration that was checked in this session, for {@link PreviewFilter} to show. */
    public void prepare(String yaml) {
        VaadinSession.getCurrent().getSession().setAttribute(DRAFT, yaml);
    }

    /** Here, and at ProConnect where this session has come from there. */
    public void signOut() {
        var session = VaadinServletRequest.getCurrent().getHttpServletRequest().getSession(false);
        var after = ComingStaff.idToken(session)
                .flatMap(token -> proConnect.signOut(token, ProConnectController.AFTER))
                .map(URI::toString)
                .orElse(StaffSecurity.SIGN_IN + "?deconnexion");
        UI.getCurrentOrThrow().getPage().setLocation(after);
        SecurityContextHolder.clearContext();
        VaadinSession.getCurrent().getSession().invalidate();
    }

    /** The network address that the page is asked from, for counting attempts. */
    public static String place() {
        return new Visitor(VaadinServletRequest.getCurrent().getRemoteAddr()).address();
    }
}
