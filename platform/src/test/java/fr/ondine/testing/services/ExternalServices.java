package fr.ondine.testing.services;

import java.util.Map;

/** Services that run already, named by the environment variables of the Spring properties. */
final class ExternalServices {

    private ExternalServices() {}

    static Services from(Map<String, String> environment) {
        return new Services(
                new Services.Database(
                        required(environment, "ONDINE_DATABASE_URL"),
                        required(environment, "ONDINE_DATABASE_OWNERUSERNAME"),
                        required(environment, "ONDINE_DATABASE_OWNERPASSWORD"),
                        required(environment, "ONDINE_DATABASE_APPPASSWORD")),
                new Services.Redis(
                        environment.getOrDefault("SPRING_DATA_REDIS_HOST", "localhost"),
                        Integer.parseInt(environment.getOrDefault("SPRING_DATA_REDIS_PORT", "6379"))));
    }

    private static String required(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null) {
            throw new IllegalArgumentException("ONDINE_SERVICES is 'external': " + name + " must be set too.");
        }
        return value;
    }
}
