package fr.ondine.demo;

import fr.ondine.simulators.franceconnect.FranceConnectSimulator;
import fr.ondine.simulators.stripe.StripeSimulator;
import fr.ondine.tenantconfig.BundledTenants;
import fr.ondine.testing.services.ServicesFolder;
import fr.ondine.ui.OndineApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.StandardEnvironment;

/** The application as in production, between real services and simulated partners. */
final class Demonstration {

    private final DemoSettings settings;
    private final Closing closing = Closing.atExit();

    private Demonstration(DemoSettings settings) {
        this.settings = settings;
    }

    /** Starts everything; what is started stops when the JVM ends. */
    static Demonstration start(DemoSettings settings) {
        var demonstration = new Demonstration(settings);
        try {
            demonstration.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return demonstration;
    }

    /** Says where everything is. */
    void announce() {
        System.out.println("\nOndine is ready. The demonstration: " + settings.origin("localhost"));
        for (var slug : BundledTenants.slugs()) {
            var tenant = BundledTenants.read(slug);
            System.out.printf(
                    "  %-18s %s%n",
                    tenant.name(), settings.origin(tenant.hosts().getFirst()));
        }
        System.out.printf("  %-18s %s%n", "Operators", settings.origin(DemoOperator.HOST));
        System.out.println("Ctrl-C stops everything.");
    }

    private void start() throws IOException {
        settings.requireFreePort();
        System.out.println("Starting PostgreSQL, Redis and the simulators ...");
        var folder = ServicesFolder.take(settings.folder());
        if (settings.isReset()) {
            folder.emptied();
        }
        var state = new DemoState(settings.folder());
        setUpLogging();
        var files = DataFiles.write(state, state.notLoaded(Loading.order()));
        var services = closing.add(folder.open());
        var mails =
                closing.add(MailCatcher.start(new MailFolder(settings.folder().resolve("mails"), Clock.systemUTC())));
        var stripe = closing.add(
                StripeSimulator.start(state.stripePort(), settings.folder().resolve("stripe.journal")));
        StripeAccounts.openFor(stripe, settings);

        var properties = new HashMap<String, Object>(services.services().properties());
        properties.putAll(own(state));
        properties.putAll(StripeAccounts.properties(stripe));
        var doors = doors(state);
        properties.putAll(FranceConnectClients.properties());
        properties.put("spring.mail.host", "127.0.0.1");
        properties.put("spring.mail.port", mails.port());
        RunningProperties.in(settings.folder()).write(properties);
        closing.add(run(properties, new Surroundings(settings, state, files, mails.folder(), stripe.baseUri(), doors)));
    }

    private Optional<StateDoors> doors(DemoState state) {
        if (!settings.hasFranceConnect()) {
            return Optional.empty();
        }
        var simulator = closing.add(FranceConnectSimulator.start(state.franceConnectPort()));
        FranceConnectClients.openFor(simulator, settings);
        var proConnect = closing.add(FranceConnectSimulator.startAtWork(state.proConnectPort()));
        FranceConnectClients.openAtWork(proConnect, settings);
        return Optional.of(new StateDoors(simulator.issuer(), proConnect.issuer()));
    }

    /** Before the portals do it, which would be while the data files are being written, by code that logs. */
    private static void setUpLogging() {
        var logging = LoggingSystem.get(Demonstration.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
    }

    private Map<String, Object> own(DemoState state) {
        Path documents = settings.folder().resolve("documents");
        return Map.of(
                "server.port",
                settings.port(),
                "ondine.portal.scheme",
                "http",
                "ondine.portal.port",
                settings.port(),
                "ondine.session.secure",
                false,
                "ondine.imports.rest",
                0,
                "ondine.console.host",
                DemoOperator.HOST,
                "ondine.vault.key",
                state.vaultKey(),
                "ondine.documents.directory",
                documents.toString());
    }

    private static ConfigurableApplicationContext run(Map<String, Object> properties, Surroundings surroundings) {
        System.out.println("Starting the portals ...");
        return new SpringApplicationBuilder(OndineApplication.class, DemoConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false) // the portals stop first, then what they stand on
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(Surroundings.NAME, Surroundings.class, () -> surroundings))
                .run(overridingAll(properties));
    }

    private static String[] overridingAll(Map<String, Object> properties) {
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }
}
