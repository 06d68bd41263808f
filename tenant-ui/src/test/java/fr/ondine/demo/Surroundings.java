package fr.ondine.demo;

import fr.ondine.tenantconfig.BundledTenants;
import java.net.URI;
import java.util.Optional;

/** What the demonstration puts around the application. */
record Surroundings(
        DemoSettings settings,
        DemoState state,
        DataFiles files,
        MailFolder mails,
        URI stripe,
        Optional<StateDoors> doors) {

    static final String NAME = "surroundings";

    /** A utility's configuration, as it comes. */
    String configuration(String slug) {
        return doors.filter(beside -> slug.equals(FranceConnectClients.SLUG))
                .map(FranceConnectClients::offering)
                .orElseGet(() -> BundledTenants.yaml(slug));
    }
}
