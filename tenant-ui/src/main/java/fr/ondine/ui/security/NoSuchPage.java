package fr.ondine.ui.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;

/**
 * Every page decides itself who may see it: an address that a person who is signed in is refused before that is none.
 */
final class NoSuchPage implements AccessDeniedHandler {

    private final AccessDeniedHandler refusal = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        if (HttpMethod.GET.matches(request.getMethod())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            refusal.handle(request, response, refused);
        }
    }
}
