package fr.ondine.ui.identity;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import fr.ondine.platform.customers.Delegations;
import fr.ondine.platform.kernel.RawToken;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
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
        return links().map(RawToken::new).anyMatch(delegations::isOffered);
    }

    private static Stream<String> links() {
        return wanted()
                .filter(page ->
                        INVITATION.equals(URI.create(page.getRedirectUrl()).getPath()))
                .map(page -> page.getParameterValues("jeton"))
                .stream()
                .flatMap(Arrays::stream);
    }

    private static Optional<SavedRequest> wanted() {
        return Optional.ofNullable(new HttpSessionRequestCache()
                .getRequest(
                        VaadinServletRequest.getCurrent().getHttpServletRequest(),
                        VaadinServletResponse.getCurrent().getHttpServletResponse()));
    }
}
