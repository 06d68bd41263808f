package fr.ondine.platform.fleet;

import fr.ondine.migrations.Clusters;
import fr.ondine.migrations.MoveRefused;
import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.StateNotAllowed;
import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantLeaving;
import fr.ondine.platform.tenancy.TenantProvisioning;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Deletes a utility in two steps: it is asked for, with its name typed, when the utility is archived; and done, with its
 * name typed again, when the time of grace is over. Only then is anything lost.
 */
@Service
public class UtilityDeletion {

    private final OndineDatabase database;
    private final Clusters clusters;
    private final FleetDirectory directory;
    private final TenantProvisioning provisioning;
    private final ApplicationEventPublisher events;
    private final FleetSettings settings;
    private final Clock clock;

    UtilityDeletion(
            OndineDatabase database,
            Clusters clusters,
            FleetDirectory directory,
            TenantProvisioning provisioning,
            ApplicationEventPublisher events,
            FleetSettings settings,
            Clock clock) {
        this.database = database;
        this.clusters = clusters;
        this.directory = directory;
        this.provisioning = provisioning;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** Asks for the deletion; it becomes possible at the moment returned, until when it can be withdrawn. */
    public Instant ask(String slug, String typedName, String by) {
        var utility = named(slug, typedName);
        if (utility.state() != UtilityState.ARCHIVED) {
            throw new DeletionRefused("not-archived", slug);
        }
        var after = clock.instant().plus(settings.grace());
        deleteAfter(slug, after, by);
        return after;
    }

    /** Takes the wish back; what has begun can only be ended. */
    public void withdraw(String slug, String by) {
        directory.get(slug);
        deleteAfter(slug, null, by);
    }

    private void deleteAfter(String slug, @Nullable Instant after, String by) {
        try {
            database.deleteAfter(slug, after, by);
        } catch (StateNotAllowed refused) {
            var isArchived = refused.from().equals(UtilityState.ARCHIVED.name());
            throw new DeletionRefused(isArchived ? "begun" : "not-archived", slug);
        }
    }

    /** Deletes for good. */
    public void delete(String slug, String typedName, String by) {
        confirmed(slug, typedName, by).run();
    }

    /**
     * Refuses another name than the utility's, and what was not asked for long enough ago; what comes back deletes for
     * good, which lasts: files, Redis keys and databases, the registry last, so that what was cut off can be ended.
     */
    public Runnable confirmed(String slug, String typedName, String by) {
        var utility = named(slug, typedName);
        var after = utility.deleteAfter();
        if (utility.state() != UtilityState.ARCHIVED || after == null) {
            throw new DeletionRefused("not-asked-for", slug);
        }
        if (clock.instant().isBefore(after)) {
            throw new DeletionRefused("too-early", slug, after);
        }
        return () -> delete(new TenantId(slug), by);
    }

    private void delete(TenantId tenant, String by) {
        var slug = tenant.slug();
        try {
            clusters.moves().delete(slug, by, () -> events.publishEvent(new TenantLeaving(tenant)));
        } catch (MoveRefused refused) {
            throw refused.reason() == MoveRefused.Reason.UNKNOWN_CLUSTER
                    ? new DeletionRefused("unknown-cluster", slug, refused.detail())
                    : new DeletionRefused("being-moved", slug);
        } catch (StateNotAllowed resumed) {
            throw new DeletionRefused("not-asked-for", slug);
        }
        provisioning.changed(tenant);
    }

    private UtilitySummary named(String slug, String typedName) {
        var utility = directory.get(slug);
        if (!utility.isCalled(typedName)) {
            throw new DeletionRefused("wrong-name", slug);
        }
        return utility;
    }
}
