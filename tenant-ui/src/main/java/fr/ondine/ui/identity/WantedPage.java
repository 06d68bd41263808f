package fr.ondine.ui.identity;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import java.util.Optional;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Where a visitor was going before they were asked to sign in. */
final class WantedPage {

    private WantedPage() {}

    static Optional<SavedRequest> find() {
        return Optional.ofNullable(new HttpSessionRequestCache()
                .getRequest(
                        VaadinServletRequest.getCurrent().getHttpServletRequest(),
                        VaadinServletResponse.getCurrent().getHttpServletResponse()));
    }
}
