package fr.ondine.platform.tenancy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where PostgreSQL is and who we are there: {@code ondine_app} at work, the owner for migrations and provisioning only.
 *
 * @param url the JDBC address of the database
 * @param appPassword the password of the login role {@code ondine_app}
 * @param migrateOnStart whether this process prepares the registry when it starts
 * @param migrateFleetOnStart whether it also brings every utility up to date, beside serving
 */
@ConfigurationProperties("ondine.database")
record DatabaseSettings(
        String url,
        String appPassword,
        String ownerUsername,
        @DefaultValue("") String ownerPassword,
        @DefaultValue("true") boolean migrateOnStart,
        @DefaultValue("true") boolean migrateFleetOnStart,
        @DefaultValue("16") int connections) {

    DatabaseSettings {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "ondine.database.url must be the JDBC address of a PostgreSQL, jdbc:postgresql://host/name");
        }
        if (connections < 1) {
            throw new IllegalArgumentException("ondine.database.connections must be at least 1");
        }
    }

    /** Passwords are for no log. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + url + "]";
    }
}
