package fr.ondine.platform.tenancy;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.tenantconfig.TenantConfigReader;
import org.springframework.stereotype.Service;

/** Adds a utility to the running platform, or brings its configuration up to date. */
@Service
public class TenantProvisioning {

    private final OndineDatabase database;
    private final Tenants tenants;

    TenantProvisioning(OndineDatabase database, Tenants tenants) {
        this.database = database;
        this.tenants = tenants;
    }

    /** Creates role, schema and registry row from the utility's YAML; the same YAML twice changes nothing. */
    public TenantId provision(String yaml) {
        var configuration = TenantConfigReader.read(yaml);
        database.register(configuration.slug(), yaml, configuration.hosts());
        database.provision(configuration.slug());
        tenants.refresh();
        return new TenantId(configuration.slug());
    }
}
