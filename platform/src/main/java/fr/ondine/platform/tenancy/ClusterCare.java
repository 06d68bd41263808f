package fr.ondine.platform.tenancy;

import fr.ondine.migrations.Clusters;
import fr.ondine.migrations.MigrationFailed;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends moves that were cut off, so that a utility whose mover died is served again within seconds; and tells clusters what
 * they missed while they were away.
 */
@Component
class ClusterCare {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterCare.class);

    private final Clusters clusters;
    private final RegistryNews news;
    private final boolean isNeeded;
    private final AtomicBoolean settling = new AtomicBoolean();
    private final AtomicBoolean reconciling = new AtomicBoolean();

    ClusterCare(Clusters clusters, RegistryNews news, ClusterSettings settings, JobSettings jobs) {
        this.clusters = clusters;
        this.news = news;
        this.isNeeded = settings.areOwned() && jobs.enabled(); // not of a command that soon ends
    }

    @Scheduled(fixedDelayString = "${ondine.database.settle-moves:10s}")
    void settle() {
        beside(
                settling,
                () -> clusters.moves().settle().forEach(slug -> {
                    LOG.warn("the move of {} was cut off: it is settled", slug);
                    news.publish(new TenantId(slug));
                }));
    }

    @Scheduled(fixedDelayString = "${ondine.database.reconcile:1m}")
    void reconcile() {
        beside(reconciling, clusters::reconcile);
    }

    /** In a thread of its own: whatever waits for a cluster must not keep this node from looking at the registry. */
    private void beside(AtomicBoolean atWork, Runnable work) {
        if (isNeeded && atWork.compareAndSet(false, true)) {
            Thread.ofVirtual().name("cluster-care").start(() -> {
                try {
                    work.run();
                } catch (MigrationFailed away) {
                    LOG.error("the registry cannot be asked about clusters", away);
                } finally {
                    atWork.set(false);
                }
            });
        }
    }
}
