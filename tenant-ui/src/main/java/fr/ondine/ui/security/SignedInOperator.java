package fr.ondine.ui.security;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinSession;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.operators.CurrentOperator;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** The operator whose page is being worked on: who they are, the beginning and the end of their session. */
@Component
public class SignedInOperator {

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SignedInOperator() {}

    public CurrentOperator get() {
        return find().orElseThrow();
    }

    public Optional<CurrentOperator> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof CurrentOperator operator
                ? Optional.of(operator)
                : Optional.empty();
    }

    /** Goes on as that operator, in a session of another name: whoever knew the old one knows nothing. */
    public void become(CurrentOperator operator) {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        request.changeSessionId();
        var context = new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(operator, null, authorities(operator)));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(
                context, request, VaadinServletResponse.getCurrent().getHttpServletResponse());
    }

    static List<SimpleGrantedAuthority> authorities(CurrentOperator operator) {
        return operator.permission().all().stream()
                .map(permission -> new SimpleGrantedAuthority("ROLE_" + permission))
                .toList();
    }

    public void signOut() {
        UI.getCurrentOrThrow().getPage().setLocation(ConsoleSecurity.SIGN_IN + "?deconnexion");
        SecurityContextHolder.clearContext();
        VaadinSession.getCurrent().getSession().invalidate();
    }

    /** The network address that the page is asked from, for counting attempts; of IPv6 the whole connection. */
    public static String place() {
        return new Visitor(VaadinServletRequest.getCurrent().getRemoteAddr()).address();
    }
}
