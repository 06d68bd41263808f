package fr.ondine.journeys;

import fr.ondine.testing.services.Services;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The console of a platform with a second PostgreSQL; its tests share one application. */
abstract class TwoDatabases extends ConsolePages {

    static final String SECOND = "second";

    /** Long enough to see that a utility is on its way; and no move that a test makes up is settled behind its back. */
    @DynamicPropertySource
    static void a_second_cluster(DynamicPropertyRegistry properties) {
        var second = Services.cluster();
        properties.add("ondine.registry.poll", () -> "200ms");
        properties.add("ondine.database.quiet", () -> "3s");
        properties.add("ondine.database.settle-moves", () -> "1h");
        properties.add("ondine.database.clusters.second.url", second::url);
        properties.add("ondine.database.clusters.second.app-password", second::appPassword);
        properties.add("ondine.database.clusters.second.owner-username", second::ownerUsername);
        properties.add("ondine.database.clusters.second.owner-password", second::ownerPassword);
    }
}
