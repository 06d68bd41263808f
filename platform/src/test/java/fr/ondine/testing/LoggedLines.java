package fr.ondine.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;

/** Everything that this JVM logs meanwhile, from where a production process begins to: as it was said, and as JSON. */
public final class LoggedLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final StructuredLogEncoder encoder = new StructuredLogEncoder();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> written = new CopyOnWriteArrayList<>();

    private LoggedLines(String format, Environment environment) {
        setContext(root.getLoggerContext());
        getContext().putObject(Environment.class.getName(), environment);
        encoder.setContext(getContext());
        encoder.setFormat(format);
        encoder.start();
        start();
        root.setLevel(Level.INFO);
        root.addAppender(this);
    }

    public static LoggedLines of(String format, Environment environment) {
        return new LoggedLines(format, environment);
    }

    /** In the thread that says it, as the console has it. */
    @Override
    protected void append(ILoggingEvent event) {
        written.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
        var thrown = event.getThrowableProxy();
        said.add(event.getLoggerName() + ": " + event.getFormattedMessage()
                + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown)));
    }

    /** Without what only JSON hides. */
    public List<String> said() {
        return List.copyOf(said);
    }

    public List<String> written() {
        return List.copyOf(written);
    }

    @Override
    public void close() {
        root.detachAppender(this);
        root.setLevel(before);
        stop();
    }
}
