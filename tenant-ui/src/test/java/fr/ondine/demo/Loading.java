package fr.ondine.demo;

import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.tenantconfig.BundledTenants;

/** Brings the three utilities and their data in, as a real utility would: its configuration, then its zip. */
final class Loading {

    private final DemoState state;
    private final TenantProvisioning provisioning;

    Loading(DemoState state, TenantProvisioning provisioning) {
        this.state = state;
        this.provisioning = provisioning;
    }

    void run() {
        for (var slug : BundledTenants.slugs()) {
            provisioning.provision(BundledTenants.yaml(slug));
            if (!state.isLoaded(slug)) {
                state.markLoaded(slug);
            }
        }
    }
}
