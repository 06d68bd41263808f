package fr.ondine.ui.identity;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import fr.ondine.platform.customers.Delegations;
import fr.ondine.platform.kernel.RawToken;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** Whether a visitor followed an invitation to somebody's contract, which is still open, and has to sign in first. */
@Component
class Invited {

    private static final String INVITATION = "/contrats/acces";

    private final Delegations delegations;

    Invited(Delegations delegations) {
        this.delegations = delegations;
    }

    boolean isVisitor() {
        return link().map(RawToken::new).filter(delegations::isOffered).isPresent();
    }

    /** The one that the page of the invitation would read, however many its address has. */
    private static Optional<String> link() {
        return wanted().filter(page ->
                        INVITATION.equals(URI.create(page.getRedirectUrl()).getPath()))
                .map(page -> page.getParameterValues("jeton"))
                .flatMap(links -> Arrays.stream(links).findFirst());
    }

    private static Optional<SavedRequest> wanted() {
        return Optional.ofNullable(new HttpSessionRequestCache()
                .getRequest(
                        VaadinServletRequest.getCurrent().getHttpServletRequest(),
                        VaadinServletResponse.getCurrent().getHttpServletResponse()));
    }
}
