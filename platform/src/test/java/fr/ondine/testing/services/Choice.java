package fr.ondine.testing.services;

import java.util.Locale;
import java.util.Map;

/** What runs the services, chosen by the environment variable {@code ONDINE_SERVICES}. */
enum Choice {
    EMBEDDED {
        @Override
        Services start() {
            return EmbeddedServices.start();
        }
    },
    TESTCONTAINERS {
        @Override
        Services start() {
            return ContainerServices.start();
        }
    },
    EXTERNAL {
        @Override
        Services start() {
            return ExternalServices.from(System.getenv());
        }
    };

    abstract Services start();

    static Choice ofThisRun() {
        return from(System.getenv());
    }

    static Choice from(Map<String, String> environment) {
        var name = environment.getOrDefault("ONDINE_SERVICES", "embedded");
        for (var choice : values()) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(name)) {
                return choice;
            }
        }
        throw new IllegalArgumentException(
                "ONDINE_SERVICES is '" + name + "': it may be embedded, testcontainers or external.");
    }
}
