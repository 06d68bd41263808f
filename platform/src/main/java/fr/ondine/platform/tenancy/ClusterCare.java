package fr.ondine.platform.tenancy;

import fr.ondine.migrations.Clusters;
import fr.ondine.migrations.MigrationFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends moves that were cut off, so that a utility whose mover died is served again within seconds. */
@Component
class ClusterCare {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterCare.class);

    private final Clusters clusters;
    private final RegistryNews news;
    private final boolean mayOwn;

    ClusterCare(Clusters clusters, RegistryNews news, DatabaseSettings settings) {
        this.clusters = clusters;
        this.news = news;
        this.mayOwn = settings.migrateOnStart();
    }

    @Scheduled(fixedDelayString = "${ondine.database.settle-moves:10s}")
    void settle() {
        if (mayOwn && clusters.names().size() > 1) {
            try {
                clusters.settle().forEach(slug -> {
                    LOG.warn("the move of {} was cut off: it is settled", slug);
                    news.publish(new TenantId(slug));
                });
            } catch (MigrationFailed away) {
                LOG.error("a move that was cut off cannot be settled yet", away);
            }
        }
    }
}
