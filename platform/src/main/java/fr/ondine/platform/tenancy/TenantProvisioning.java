package fr.ondine.platform.tenancy;

import fr.ondine.migrations.AlreadyRegistered;
import fr.ondine.migrations.Clusters;
import fr.ondine.migrations.MigrationFailed;
import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.Registration;
import fr.ondine.tenantconfig.ConfigurationText;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.tenantconfig.TenantConfigReader;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The one door by which a utility enters the running platform and by which its configuration changes. */
@Service
public class TenantProvisioning {

    /** Who provisions what comes with a release. */
    public static final String SYSTEM = "system";

    private static final Logger LOG = LoggerFactory.getLogger(TenantProvisioning.class);

    private final OndineDatabase database;
    private final Clusters clusters;
    private final RegistryReader registry;
    private final RegistryNews news;
    private final PortalSettings portal;
    private final Console console;
    private final List<ConfigurationRule> rules;

    TenantProvisioning(
            OndineDatabase database,
            Clusters clusters,
            RegistryReader registry,
            RegistryNews news,
            PortalSettings portal,
            Console console,
            List<ConfigurationRule> rules) {
        this.database = database;
        this.clusters = clusters;
        this.registry = registry;
        this.news = news;
        this.portal = portal;
        this.console = console;
        this.rules = List.copyOf(rules);
    }

    /** Reads a configuration and checks what only the platform knows; {@link InvalidConfiguration} says all reasons. */
    public TenantConfig check(String yaml) {
        var configuration = checkArriving(yaml);
        var account = configuration.payments().stripeAccount();
        if (account != null && registry.isAnothers(account, configuration.slug())) {
            throw new ConfigurationText(yaml).refusing("payments.stripe-account", "stripe-account-taken", account);
        }
        var text = new ConfigurationText(yaml);
        rules.forEach(rule -> rule.check(configuration, text));
        return configuration;
    }

    /**
     * The same for a utility from elsewhere: a copy beside its original names its account, and has no key for it; what
     * its configuration names comes with it.
     */
    public TenantConfig checkArriving(String yaml) {
        var configuration = TenantConfigReader.read(yaml);
        var number = 0;
        for (var host : configuration.hosts()) {
            number++;
            if (portal.isReserved(host) || console.isAt(host) || registry.isTaken(host, configuration.slug())) {
                throw new ConfigurationText(yaml).refusing("hosts[" + number + "]", "host-taken", host);
            }
        }
        return configuration;
    }

    /** Creates role, schema and registry row from the utility's YAML; the same YAML twice changes nothing. */
    public TenantId provision(String yaml) {
        return provision(yaml, SYSTEM, "");
    }

    /** The same in the name of who does it and why. */
    public TenantId provision(String yaml, String by, String reason) {
        var tenant = register(yaml, by, reason);
        migrate(tenant);
        return tenant;
    }

    /** The same for a utility that is new; {@link AlreadyRegistered} when its short name was taken meanwhile. */
    public TenantId add(String yaml, String by) {
        var configuration = check(yaml);
        var tenant = checkedAgain(yaml, () -> {
            database.add(registration(configuration, yaml, by, ""));
            return new TenantId(configuration.slug());
        });
        migrate(tenant);
        return tenant;
    }

    /** Puts a configuration in force, without touching the schema; a draft stays one. */
    public TenantId configure(String yaml, String by, String reason) {
        return changed(register(yaml, by, reason));
    }

    /** The same when version {@code seen} is still in force; tells the version that is then. */
    public int replace(String yaml, String by, String reason, int seen) {
        var configuration = check(yaml);
        var version = checkedAgain(yaml, () -> database.replace(registration(configuration, yaml, by, reason), seen));
        changed(new TenantId(configuration.slug()));
        return version;
    }

    /** Keeps a configuration without a schema, until it is provisioned. */
    public TenantId draft(String yaml, String by) {
        var configuration = check(yaml);
        database.draft(registration(configuration, yaml, by, ""));
        return changed(new TenantId(configuration.slug()));
    }

    /** Makes a utility's schema, or brings it up to date: again after a failure, or after a draft. */
    public void migrate(TenantId tenant) {
        try {
            clusters.provision(tenant.slug());
        } finally {
            changed(tenant);
        }
    }

    /** Tells all nodes, and the cluster where it lives, that something of a utility changed. */
    public TenantId changed(TenantId tenant) {
        try {
            clusters.mirror(tenant.slug());
        } catch (MigrationFailed away) {
            LOG.warn("the cluster of {} is told later", tenant, away); // by ClusterCare
        }
        news.publish(tenant);
        return tenant;
    }

    private TenantId register(String yaml, String by, String reason) {
        var configuration = check(yaml);
        return checkedAgain(yaml, () -> {
            database.register(registration(configuration, yaml, by, reason));
            return new TenantId(configuration.slug());
        });
    }

    private <T> T checkedAgain(String yaml, Supplier<T> work) {
        try {
            return work.get();
        } catch (MigrationFailed refused) {
            check(yaml); // somebody else took a host in between
            throw refused;
        }
    }

    private static Registration registration(TenantConfig configuration, String yaml, String by, String reason) {
        return new Registration(configuration.slug(), configuration.name(), yaml, configuration.hosts(), by, reason);
    }
}
