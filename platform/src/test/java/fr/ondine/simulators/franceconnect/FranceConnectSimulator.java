package fr.ondine.simulators.franceconnect;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/** FranceConnect v2, or ProConnect, on this machine: its protocol and its strictness, test identities, and faults to arm. */
public final class FranceConnectSimulator implements AutoCloseable {

    private static final String PREFIX = "/api/v2";

    private final AnnotationConfigServletWebServerApplicationContext context;

    private FranceConnectSimulator(int port, Dialect dialect) {
        context = new AnnotationConfigServletWebServerApplicationContext();
        context.registerBean(TomcatServletWebServerFactory.class, () -> {
            var factory = new TomcatServletWebServerFactory(PREFIX, port);
            // without a servlet behind them, filters are asked nothing
            factory.setRegisterDefaultServlet(true);
            factory.setAddress(InetAddress.getLoopbackAddress());
            return factory;
        });
        context.registerBean(Dialect.class, () -> dialect);
        context.register(SimulatorConfiguration.class);
        context.refresh();
    }

    /** Starts on a port, 0 for any free one. */
    public static FranceConnectSimulator start(int port) {
        var simulator = new FranceConnectSimulator(port, Dialect.FRANCE_CONNECT);
        Arrays.stream(Identity.values()).forEach(simulator.context.getBean(People.class)::add);
        return simulator;
    }

    /** Starts as ProConnect, where nobody works yet. */
    public static FranceConnectSimulator startAtWork(int port) {
        return new FranceConnectSimulator(port, Dialect.PRO_CONNECT);
    }

    /** Knows somebody at work from now on, or what is new of them. */
    public void employ(Agent agent) {
        context.getBean(People.class).add(agent);
    }

    public URI issuer() {
        return URI.create("http://127.0.0.1:" + context.getWebServer().getPort() + PREFIX);
    }

    static String issuer(HttpServletRequest request) {
        return "http://127.0.0.1:" + request.getLocalPort() + PREFIX;
    }

    /** Knows a utility's client from now on. */
    public void register(Client client) {
        context.getBean(Clients.class).register(client);
    }

    /** Has the next sign-in ({@link Place#TOKEN}) or the next answer about a person be wrong. */
    public void arm(Place place, Fault fault) {
        faults().arm(place, fault);
    }

    /** Has the next call fail with 500. */
    public void fail(Place place) {
        faults().fail(place);
    }

    /** Has the next call take eight seconds. */
    public void slow(Place place) {
        faults().slow(place);
    }

    /** Has the next who comes be sent back with an error. */
    public void answer(String error) {
        faults().answer(error);
    }

    /** Has the next who comes be somebody who showed who they are that long ago, whatever was asked. */
    public void remember(Duration ago) {
        faults().remember(ago);
    }

    /** Nothing goes wrong any more. */
    public void disarm() {
        faults().clear();
    }

    private Faults faults() {
        return context.getBean(Faults.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
