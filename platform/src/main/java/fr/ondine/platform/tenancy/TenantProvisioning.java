package fr.ondine.platform.tenancy;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.Registration;
import fr.ondine.tenantconfig.TenantConfigReader;
import org.springframework.stereotype.Service;

/** Adds a utility to the running platform, or brings its configuration up to date. */
@Service
public class TenantProvisioning {

    private final OndineDatabase database;
    private final RegistryNews news;

    TenantProvisioning(OndineDatabase database, RegistryNews news) {
        this.database = database;
        this.news = news;
    }

    /** Creates role, schema and registry row from the utility's YAML; the same YAML twice changes nothing. */
    public TenantId provision(String yaml) {
        var configuration = TenantConfigReader.read(yaml);
        database.register(new Registration(
                configuration.slug(), configuration.name(), yaml, configuration.hosts(), "system", ""));
        database.provision(configuration.slug());
        var tenant = new TenantId(configuration.slug());
        news.publish(tenant);
        return tenant;
    }
}
