package fr.ondine.ui.security;

import fr.ondine.ui.shell.ContentPolicy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Leads a person back to the program with its code. What a form has led to may not leave the portal (form-action in the
 * headers of its page, which browsers ask of redirects too): there a page of its own leads on.
 */
final class Handover implements AuthenticationSuccessHandler {

    private static final String PAGE = """
            <!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Ondine</title>\
            <meta http-equiv="refresh" content="0;url=%1$s"></head><body><p><a href="%1$s">%2$s</a></p></body></html>
            """;

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var agreed = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
        var address = UriComponentsBuilder.fromUriString(String.valueOf(agreed.getRedirectUri()))
                .queryParam(OAuth2ParameterNames.CODE, "{code}")
                .queryParam("iss", "{iss}");
        var code = String.valueOf(
                agreed.getAuthorizationCode() == null
                        ? null
                        : agreed.getAuthorizationCode().getTokenValue());
        var issuer = issuer(request);
        var state = agreed.getState();
        lead(
                state == null
                        ? address.encode().buildAndExpand(code, issuer).toUriString()
                        : address.queryParam(OAuth2ParameterNames.STATE, "{state}")
                                .encode()
                                .buildAndExpand(code, issuer, state)
                                .toUriString(),
                request,
                response);
    }

    /** The one of this host: {@link ProviderDoor} has let no other through. */
    private static String issuer(HttpServletRequest request) {
        return ProviderDoor.address(request);
    }

    static void lead(String address, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!cameFromAForm(request)) {
            response.sendRedirect(address);
            return;
        }
        response.setHeader(ContentPolicy.HEADER, ContentPolicy.ofStillPage(request));
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        var safe = HtmlUtils.htmlEscape(address);
        response.getWriter().write(PAGE.formatted(safe, safe));
    }

    /** The consent, or the sign-in that it began with. */
    private static boolean cameFromAForm(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) || request.getParameter("continue") != null;
    }
}
