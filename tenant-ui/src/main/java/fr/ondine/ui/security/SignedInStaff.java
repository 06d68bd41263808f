package fr.ondine.ui.security;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinSession;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** The person of the staff whose page is being worked on: who they are, the beginning and the end of their session. */
@Component
public class SignedInStaff {

    static final String DRAFT = "ondine.draft";

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SignedInStaff() {}

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
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        request.changeSessionId();
        var authorities = Arrays.stream(StaffRole.values())
                .filter(staff.role()::includes)
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        var context =
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(staff, null, authorities));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(
                context, request, VaadinServletResponse.getCurrent().getHttpServletResponse());
    }

    /** Keeps a configuration that was checked in this session, for {@link PreviewFilter} to show. */
    public void prepare(String yaml) {
        VaadinSession.getCurrent().getSession().setAttribute(DRAFT, yaml);
    }

    public void signOut() {
        UI.getCurrentOrThrow().getPage().setLocation(StaffSecurity.SIGN_IN + "?deconnexion");
        SecurityContextHolder.clearContext();
        VaadinSession.getCurrent().getSession().invalidate();
    }

    /** The network address that the page is asked from, for counting attempts. */
    public static String place() {
        return new Visitor(VaadinServletRequest.getCurrent().getRemoteAddr()).address();
    }
}
