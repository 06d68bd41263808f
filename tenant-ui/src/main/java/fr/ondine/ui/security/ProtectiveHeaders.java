package fr.ondine.ui.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Sets the protective headers of every answer before anything else runs, so that no route, refusal or error can lack
 * them (headers written at commit time have been lost before: CVE-2026-22732); not even what the server refuses itself,
 * such as an address that cannot be read, which no filter sees.
 */
@Component
class ProtectiveHeaders implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** Vaadin 25.2 still needs inline and evaluated scripts of its own; nothing may come from another host. */
    private static final String CONTENTS = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
            + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** The same for a page that another page of the same site shows in a frame. */
    static final String CONTENTS_IN_A_FRAME = CONTENTS.replace("frame-ancestors 'none'", "frame-ancestors 'self'");

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", CONTENTS,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    private static final String HTTPS_ONLY = "max-age=31536000; includeSubDomains";

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new Headers());
    }

    private static final class Headers extends ValveBase {

        Headers() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            HEADERS.forEach(response::setHeader);
            if (request.isSecure()) {
                response.setHeader("Strict-Transport-Security", HTTPS_ONLY);
            }
            getNext().invoke(request, response);
        }
    }
}
