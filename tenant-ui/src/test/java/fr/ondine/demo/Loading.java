package fr.ondine.demo;

import fr.ondine.demo.data.DemoData;
import fr.ondine.demo.data.DemoUtility;
import fr.ondine.platform.imports.ImportReport;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.tenantconfig.BundledTenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

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
            provisioning.provision(BundledTenants.yaml(slug));
        }
        // the largest takes as long as the two others: each core has its work
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var loads = BundledTenants.slugs().stream()
                    .filter(slug -> !state.isLoaded(slug))
                    .map(slug -> CompletableFuture.runAsync(() -> load(slug), threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(loads).join();
        }
    }

    private void load(String slug) {
        var name = BundledTenants.read(slug).name();
        System.out.println("Loading the data of " + name + " ...");
        var begun = System.nanoTime();
        var report = TenantContext.callAs(new TenantId(slug), () -> imports.run(file(slug)));
        if (!report.accepted()) {
            throw new IllegalStateException(report.text());
        }
        state.markLoaded(slug);
        System.out.printf(
                "Loaded %s: %,d rows in %d s.%n",
                name, rows(report), Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    private Path file(String slug) {
        try {
            var file =
                    Files.createDirectories(state.folder().resolve("imports")).resolve(slug + ".zip");
            DemoData.write(DemoUtility.of(slug), state.dataDay(), file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long rows(ImportReport report) {
        return report.counts().stream().mapToLong(count -> count.read()).sum();
    }
}
