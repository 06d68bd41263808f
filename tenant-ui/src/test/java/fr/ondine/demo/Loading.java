package fr.ondine.demo;

import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.imports.ImportReport;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.tenantconfig.BundledTenants;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** Brings the three utilities and their data in, as a real utility would: its configuration, then its zip. */
final class Loading {

    private final Surroundings surroundings;
    private final DemoState state;
    private final DataFiles files;
    private final TenantProvisioning provisioning;
    private final Imports imports;
    private final FleetDirectory fleet;

    Loading(Surroundings surroundings, TenantProvisioning provisioning, Imports imports, FleetDirectory fleet) {
        this.surroundings = surroundings;
        this.state = surroundings.state();
        this.files = surroundings.files();
        this.provisioning = provisioning;
        this.imports = imports;
        this.fleet = fleet;
    }

    /** The utilities in the order of their loading, which begins with the largest: it takes as long as the others. */
    static List<String> order() {
        return BundledTenants.slugs().reversed();
    }

    void run() {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var utilities = order().stream()
                    .map(slug -> CompletableFuture.runAsync(() -> bringIn(slug), threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(utilities).join();
        }
    }

    private void bringIn(String slug) {
        if (!state.isLoaded(slug)) {
            provisioning.provision(surroundings.configuration(slug));
            load(slug);
        } else if (isAsItCame(slug)) {
            provisioning.provision(surroundings.configuration(slug));
        }
    }

    /** What a visitor has configured, closed or deleted stays so; else a newer release may bring newer words. */
    private boolean isAsItCame(String slug) {
        return fleet.find(slug).isPresent()
                && fleet.history(slug).stream()
                        .allMatch(version -> version.appliedBy().equals(TenantProvisioning.SYSTEM));
    }

    private void load(String slug) {
        var name = BundledTenants.read(slug).name();
        System.out.println("Loading the data of " + name + " ...");
        var begun = System.nanoTime();
        var report = TenantContext.callAs(new TenantId(slug), () -> imports.run(files.of(slug)));
        if (!report.accepted()) {
            throw new IllegalStateException(report.text());
        }
        state.markLoaded(slug);
        System.out.printf(
                "Loaded %s: %,d rows in %d s.%n",
                name, rows(report), Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    private static long rows(ImportReport report) {
        return report.counts().stream().mapToLong(count -> count.read()).sum();
    }
}
