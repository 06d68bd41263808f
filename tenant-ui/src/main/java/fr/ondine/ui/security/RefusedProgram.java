package fr.ondine.ui.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Tells a program why its question is refused, at the address that is registered for it; where none can be trusted, the
 * person reads that there is no such page, and is led nowhere.
 */
final class RefusedProgram implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        var asked = refused instanceof OAuth2AuthorizationCodeRequestAuthenticationException known
                ? known.getAuthorizationCodeRequestAuthentication()
                : null;
        if (asked == null
                || asked.getRedirectUri() == null
                || asked.getRedirectUri().isBlank()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var error = ((OAuth2AuthorizationCodeRequestAuthenticationException) refused).getError();
        tell(error.getErrorCode(), asked.getRedirectUri(), asked.getState(), request, response);
    }

    /** {@code redirect} is one that is registered. */
    static void tell(
            String error,
            String redirect,
            @Nullable String state,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var told = new LinkedHashMap<String, String>();
        told.put(OAuth2ParameterNames.ERROR, error);
        told.put("iss", ProviderDoor.address(request));
        if (state != null) {
            told.put(OAuth2ParameterNames.STATE, state);
        }
        Handover.lead(Handover.address(redirect, told), request, response);
    }
}
