package fr.ondine.platform.staff;

import fr.ondine.platform.fleet.ConfigurationVersion;
import fr.ondine.platform.fleet.Configured;
import fr.ondine.platform.fleet.Edit;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.fleet.VersionOutdated;
import fr.ondine.platform.tenancy.Console;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.tenantconfig.ConfigurationChange;
import fr.ondine.tenantconfig.ConfigurationText;
import fr.ondine.tenantconfig.TenantConfigReader;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * The bound utility's configuration as its administrators see and change it: the model, the versions and the history
 * that operators have, without what belongs to operators alone.
 */
@Service
public class PortalConfiguration {

    private static final Set<String> OPERATORS_ONLY =
            Set.of("slug", "zone", "payments", "france-connect", "pro-connect");

    private final Fleet fleet;
    private final FleetDirectory directory;
    private final Console console;
    private final Clock clock;

    PortalConfiguration(Fleet fleet, FleetDirectory directory, Console console, Clock clock) {
        this.fleet = fleet;
        this.directory = directory;
        this.console = console;
        this.clock = clock;
    }

    /** What is in force, to begin a change from. */
    public InForce inForce(CurrentStaff who) {
        return as(who, slug -> new InForce(directory.get(slug).configurationVersion(), directory.configuration(slug)));
    }

    /** Where the platform lets the utility be found: only operators give and take these names. */
    public Set<String> platformNames(CurrentStaff who) {
        return as(who, slug -> platformNames(directory.configuration(slug)));
    }

    /** The text of a version that was in force. */
    public String version(CurrentStaff who, int version) {
        return as(who, slug -> directory.configuration(slug, version));
    }

    public List<ConfigurationVersion> history(CurrentStaff who) {
        return as(who, slug -> directory.history(slug));
    }

    /** What would change; refused with every line and reason, also where an operator would have to do it. */
    public List<ConfigurationChange> difference(CurrentStaff who, String yaml) {
        return as(who, slug -> allowed(slug, yaml));
    }

    /** Puts a configuration in force on all nodes, unless another came into force since {@code from}. */
    public List<ConfigurationChange> apply(CurrentStaff who, int from, String yaml, String reason) {
        who.requireProven(StaffPermission.CONFIGURE, clock);
        return as(who, slug -> {
            allowed(slug, yaml);
            return unlessChanged(() -> fleet.configure(slug, new Edit(yaml, reason, from), by(who)));
        });
    }

    /**
     * Puts a configuration in force again that was in force before, as a version of its own, unless another came into
     * force since {@code from}.
     */
    public List<ConfigurationChange> rollBack(CurrentStaff who, int from, int version) {
        who.requireProven(StaffPermission.CONFIGURE, clock);
        return as(who, slug -> {
            allowed(slug, directory.configuration(slug, version));
            return unlessChanged(() -> fleet.rollBack(slug, version, from, by(who)));
        });
    }

    private static List<ConfigurationChange> unlessChanged(Supplier<Configured> work) {
        try {
            return work.get().changes();
        } catch (VersionOutdated meanwhile) {
            throw new StaffRefused("changed-meanwhile");
        }
    }

    private List<ConfigurationChange> allowed(String slug, String yaml) {
        var changes = fleet.difference(slug, yaml);
        for (var change : changes) {
            if (OPERATORS_ONLY.contains(change.path().split("[.\\[]")[0])) {
                throw new ConfigurationText(yaml).refusing(change.path(), "operators-only");
            }
        }
        if (!platformNames(yaml).equals(platformNames(directory.configuration(slug)))) {
            throw new ConfigurationText(yaml).refusing("hosts", "operators-only");
        }
        return changes;
    }

    /** The platform's names that a utility has; others, as {@code portail.siegvo.com}, are its own affair. */
    private Set<String> platformNames(String yaml) {
        return TenantConfigReader.read(yaml).hosts().stream()
                .filter(console::isBeside)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The registry is the platform's: it is asked with no utility bound, for this person's own alone. */
    private static <T> T as(CurrentStaff who, Function<String, T> work) {
        who.require(StaffPermission.CONFIGURE);
        return TenantContext.callUnbound(() -> work.apply(who.utility()));
    }

    private static String by(CurrentStaff who) {
        return "staff:" + who.email();
    }

    /** A configuration and its number among those that were in force. */
    public record InForce(int version, String yaml) {}
}
