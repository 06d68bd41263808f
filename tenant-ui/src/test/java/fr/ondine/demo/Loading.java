package fr.ondine.demo;

import fr.ondine.demo.data.DemoData;
import fr.ondine.demo.data.DemoUtility;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.tenantconfig.BundledTenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Brings the three utilities and their data in, as a real utility would: its configuration, then its zip. */
final class Loading {

    private final DemoState state;
    private final TenantProvisioning provisioning;
    private final Imports imports;

    Loading(DemoState state, TenantProvisioning provisioning, Imports imports) {
        this.state = state;
        this.provisioning = provisioning;
        this.imports = imports;
    }

    void run() {
        for (var slug : BundledTenants.slugs()) {
            var tenant = provisioning.provision(BundledTenants.yaml(slug));
            if (!state.isLoaded(slug)) {
                load(tenant);
                state.markLoaded(slug);
            }
        }
    }

    private void load(TenantId tenant) {
        try {
            var zip = Files.createTempFile(tenant.slug(), ".zip");
            try {
                DemoData.write(DemoUtility.of(tenant.slug()), state.dataDay(), zip);
                var report = TenantContext.callAs(tenant, () -> imports.run(zip));
                if (!report.accepted()) {
                    throw new IllegalStateException(report.text());
                }
            } finally {
                Files.delete(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
