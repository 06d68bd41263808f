package fr.ondine.platform.tenancy;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The port at which a cluster asks how this process is ({@code management.server.port}): nobody's portal. */
@Component
public class ManagementPort {

    private static final String NAMESPACE = "management";

    private volatile int own = -1;

    /** By the port where the connection ended, which no header can change. */
    public boolean received(HttpServletRequest request) {
        return own == request.getLocalPort();
    }

    /** None is named so when the portals' own port serves for both. */
    @EventListener
    void on(WebServerInitializedEvent opened) {
        if (NAMESPACE.equals(opened.getApplicationContext().getServerNamespace())) {
            own = opened.getWebServer().getPort();
        }
    }
}
