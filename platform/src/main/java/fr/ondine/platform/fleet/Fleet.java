package fr.ondine.platform.fleet;

import fr.ondine.migrations.AlreadyRegistered;
import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.StateNotAllowed;
import fr.ondine.migrations.UtilityState;
import fr.ondine.migrations.VersionNotInForce;
import fr.ondine.platform.tenancy.Limits;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.tenantconfig.ConfigurationChange;
import fr.ondine.tenantconfig.ConfigurationText;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * What operators do to utilities. {@code by} is who does it, as {@code operator:name}; each act is written down with it.
 * A configuration that is not taken is refused with every line and reason
 * ({@link fr.ondine.tenantconfig.InvalidConfiguration}).
 */
@Service
public class Fleet {

    private final OndineDatabase database;
    private final TenantProvisioning provisioning;
    private final FleetDirectory directory;
    private final NumbersOnFile numbers;

    Fleet(OndineDatabase database, TenantProvisioning provisioning, FleetDirectory directory, NumbersOnFile numbers) {
        this.database = database;
        this.provisioning = provisioning;
        this.directory = directory;
        this.numbers = numbers;
    }

    /** Refuses a configuration that {@link #add} would refuse, and does nothing else. */
    public void check(String yaml) {
        refuseKnown(yaml);
    }

    /** Adds a utility and makes its schema; its portal answers when this returns. */
    public UtilitySummary add(String yaml, String by) {
        return added(yaml, () -> provisioning.add(yaml, by));
    }

    /** Adds a utility that is only being prepared. */
    public UtilitySummary draft(String yaml, String by) {
        return added(yaml, () -> provisioning.draft(yaml, by));
    }

    private UtilitySummary added(String yaml, Supplier<TenantId> work) {
        refuseKnown(yaml);
        try {
            return directory.get(work.get().slug());
        } catch (AlreadyRegistered atTheSameTime) {
            refuseKnown(yaml);
            throw atTheSameTime;
        }
    }

    /** What would change if that configuration came into force; refused like the configuration itself. */
    public List<ConfigurationChange> difference(String slug, String yaml) {
        var before = directory.configuration(slug);
        refuseOther(slug, yaml);
        numbers.refuseLost(directory.get(slug), before, yaml);
        return ConfigurationText.difference(before, yaml);
    }

    /** Puts a configuration in force on all nodes, and tells what changed. */
    public List<ConfigurationChange> configure(String slug, String yaml, String by, String reason) {
        return put(slug, yaml, by, OwnReason.notIn(reason));
    }

    /** The same, unless another version than the one that was seen has come into force. */
    public Configured configure(String slug, Edit edit, String by) {
        OwnReason.notIn(edit.reason());
        return put(slug, edit, by);
    }

    private List<ConfigurationChange> put(String slug, String yaml, String by, String reason) {
        var changes = difference(slug, yaml);
        provisioning.configure(yaml, by, reason);
        return changes;
    }

    private Configured put(String slug, Edit edit, String by) {
        var changes = difference(slug, edit.yaml());
        try {
            return new Configured(provisioning.replace(edit.yaml(), by, edit.reason(), edit.seen()), changes);
        } catch (VersionNotInForce outdated) {
            throw new VersionOutdated(slug, edit.seen());
        }
    }

    /** Puts a configuration in force again that was in force before; it gets a version of its own. */
    public List<ConfigurationChange> rollBack(String slug, int version, String by) {
        return put(slug, directory.configuration(slug, version), by, OwnReason.rolledBackTo(version));
    }

    /** The same, unless another version than the one that was seen has come into force. */
    public Configured rollBack(String slug, int version, int seen, String by) {
        var yaml = directory.configuration(slug, version);
        return put(slug, new Edit(yaml, OwnReason.rolledBackTo(version), seen), by);
    }

    /** Makes the schema of a utility after a failure or a draft, or brings it up to date; not of one put away. */
    public UtilitySummary migrate(String slug, String by) {
        if (directory.get(slug).state() == UtilityState.ARCHIVED) {
            throw new StateRefused(slug, UtilityState.ARCHIVED.name(), UtilityState.READY);
        }
        database.audit(by, "migrated", slug, "");
        provisioning.migrate(new TenantId(slug));
        return directory.get(slug);
    }

    /** Writes down what was done to a utility through another module. */
    public void record(String slug, String by, String action, String detail) {
        database.audit(by, action, slug, detail);
    }

    public UtilitySummary suspend(String slug, String by, String reason) {
        return change(slug, UtilityState.SUSPENDED, by, reason);
    }

    /** Opens a suspended or archived utility again, with its schema brought up to date. */
    public UtilitySummary resume(String slug, String by, String reason) {
        change(slug, UtilityState.READY, by, reason);
        provisioning.migrate(new TenantId(slug));
        return directory.get(slug);
    }

    public UtilitySummary archive(String slug, String by, String reason) {
        return change(slug, UtilityState.ARCHIVED, by, reason);
    }

    /** Sets how much of the platform a utility may use. */
    public UtilitySummary limit(String slug, Limits limits, String by) {
        directory.get(slug);
        if (!limits.leaveSome()) {
            throw new LimitsRefused();
        }
        database.limit(
                slug,
                limits.requestsPerSecond(),
                limits.concurrentJobs(),
                limits.mailsPerDay(),
                limits.storageMegabytes(),
                by);
        provisioning.changed(new TenantId(slug));
        return directory.get(slug);
    }

    private UtilitySummary change(String slug, UtilityState to, String by, String reason) {
        directory.get(slug);
        try {
            database.change(slug, to, by, reason);
        } catch (StateNotAllowed refused) {
            // asked for twice, it is done once
            if (!refused.from().equals(to.name())) {
                throw new StateRefused(slug, refused.from(), to);
            }
        }
        provisioning.changed(new TenantId(slug));
        return directory.get(slug);
    }

    private void refuseKnown(String yaml) {
        var slug = provisioning.check(yaml).slug();
        if (directory.find(slug).isPresent()) {
            throw new ConfigurationText(yaml).refusing("slug", "slug-taken", slug);
        }
    }

    private void refuseOther(String slug, String yaml) {
        if (!provisioning.check(yaml).slug().equals(slug)) {
            throw new ConfigurationText(yaml).refusing("slug", "slug-changed", slug);
        }
    }
}
