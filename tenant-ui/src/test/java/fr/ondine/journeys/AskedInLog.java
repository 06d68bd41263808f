package fr.ondine.journeys;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.ondine.platform.oidc.Provider;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What the log says at its most talkative of what is asked of providers of identities, while it is open. */
final class AskedInLog implements AutoCloseable {

    private final Logger log = (Logger) LoggerFactory.getLogger(Provider.class);
    private final ListAppender<ILoggingEvent> kept = new ListAppender<>();

    AskedInLog() {
        kept.start();
        log.addAppender(kept);
        log.setLevel(Level.DEBUG);
    }

    List<String> lines() {
        return kept.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Override
    public void close() {
        log.setLevel(null);
        log.detachAppender(kept);
    }
}
