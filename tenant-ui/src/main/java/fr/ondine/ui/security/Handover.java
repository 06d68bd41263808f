package fr.ondine.ui.security;

import fr.ondine.ui.shell.ContentPolicy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

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
        var told = new LinkedHashMap<String, String>();
        told.put(
                OAuth2ParameterNames.CODE,
                String.valueOf(
                        agreed.getAuthorizationCode() == null
                                ? null
                                : agreed.getAuthorizationCode().getTokenValue()));
        told.put("iss", issuer(request));
        if (agreed.getState() != null) {
            told.put(OAuth2ParameterNames.STATE, agreed.getState());
        }
        lead(address(String.valueOf(agreed.getRedirectUri()), told), request, response);
    }

    /** The address that is registered, sign by sign, with what the program is told behind what it says itself. */
    static String address(String redirect, Map<String, String> told) {
        return URI.create(redirect).toASCIIString()
                + (redirect.indexOf('?') < 0 ? "?" : "&")
                + told.entrySet().stream()
                        .map(one -> one.getKey() + "=" + UriUtils.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
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
