package fr.ondine.ui.security;

import fr.ondine.ui.shell.ContentPolicy;
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
 * such as an address that cannot be read, which no filter sees. Whoever writes a page replaces the policy of its contents.
 */
@Component
class ProtectiveHeaders implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Map<String, String> HEADERS = Map.of(
            ContentPolicy.HEADER,
            ContentPolicy.NO_PAGE,
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=()",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

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
