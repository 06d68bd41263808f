package fr.ondine.ui.session;

import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets a forwarded answer end through Spring Session: Vaadin's pages are reached by a forward, after which Tomcat would
 * send the answer at once, without the cookie of a session that began in it.
 */
@Component
class SessionBeforeAnswer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        TomcatContextCustomizer customizer = context -> context.setSuspendWrappedResponseAfterForward(false);
        factory.addContextCustomizers(customizer);
    }
}
