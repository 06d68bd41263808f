package fr.ondine.ui.security;

import fr.ondine.platform.identity.Browser;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** The request by which a password came: told while it is checked, kept in no session. */
final class Arrival extends WebAuthenticationDetails {

    private final transient HttpServletRequest request;

    Arrival(HttpServletRequest request) {
        super(request);
        this.request = request;
    }

    HttpServletRequest request() {
        return request;
    }

    WebAuthenticationDetails kept() {
        return new WebAuthenticationDetails(getRemoteAddress(), getSessionId());
    }

    static Browser browser(HttpServletRequest request) {
        return Browser.of(request.getHeader(HttpHeaders.USER_AGENT));
    }
}
