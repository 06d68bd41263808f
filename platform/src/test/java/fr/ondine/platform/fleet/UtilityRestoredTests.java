package fr.ondine.platform.fleet;

import static fr.ondine.platform.fleet.TransferScene.ANNE;
import static fr.ondine.platform.fleet.TransferScene.PASSPHRASE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.migrations.Clusters;
import fr.ondine.migrations.OndineDatabase;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.tenancy.Jobs;
import fr.ondine.platform.tenancy.Serving;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.PlatformTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** A utility that broke is put back from its export, on the same platform, under its own name. */
@PlatformTest
class UtilityRestoredTests {

    private static final Instant NEVER_DUE_HERE = Instant.parse("2099-01-01T00:00:00Z");

    @Autowired
    Fleet fleet;

    @Autowired
    FleetDirectory directory;

    @Autowired
    UtilityExport exports;

    @Autowired
    UtilityImport arrivals;

    @Autowired
    Imports imports;

    @Autowired
    OndineDatabase database;

    @Autowired
    Clusters clusters;

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Clock clock;

    @Autowired
    Tenants tenants;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    @Test
    void it_has_every_row_every_file_and_the_work_that_waited_when_it_was_exported() throws IOException {
        var scene = TransferScene.prepare(fleet, imports);
        in(scene, () -> jobs.enqueue("send-mail", UUID.randomUUID(), NEVER_DUE_HERE));
        in(scene, () -> jdbc.sql("update customer set last_name = 'Durand'").update());
        var rows = TransferScene.rows(database, scene.slug());
        var files = TransferScene.files("target/documents", scene.slug());
        var work = TransferScene.jobs(database, scene.slug());
        var file = folder.resolve("export.zip");
        exports.run(scene.slug(), file, PASSPHRASE, ANNE, TransferProgress.SILENT);
        in(scene, () -> {
            jdbc.sql("update agreement set number = 'X' || number").update();
            jobs.enqueue("send-mail", UUID.randomUUID(), NEVER_DUE_HERE);
        });

        leavesAtOnce(scene);
        assertThat(tenants.byHost(scene.slug() + ".localhost")).isEmpty();
        var order = new ImportOrder(file, PASSPHRASE, "", List.of(), true, ANNE);
        assertThat(arrivals.run(order, TransferProgress.SILENT).jobs()).isOne();

        assertThat(tenants.byHost(scene.slug() + ".localhost")).contains(scene.tenant());
        assertThat(tenants.serving(scene.tenant())).isEqualTo(Serving.OPEN);
        assertThat(TransferScene.rows(database, scene.slug())).isEqualTo(rows);
        assertThat(TransferScene.files("target/documents", scene.slug()))
                .isEqualTo(files)
                .isNotEmpty();
        assertThat(TransferScene.jobs(database, scene.slug())).isEqualTo(work).hasSize(1);
        assertThat(directory.acts(scene.slug(), 9))
                .extracting(AuditedAct::action)
                .containsSubsequence("imported", "deleted", "exported");
    }

    private void leavesAtOnce(TransferScene scene) {
        var settings = new FleetSettings(Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, DataSize.ofGigabytes(1));
        var deletion = new UtilityDeletion(database, clusters, directory, provisioning, events, settings, clock);
        fleet.archive(scene.slug(), ANNE, "broken");
        deletion.ask(scene.slug(), "SIEGVO", ANNE);
        deletion.delete(scene.slug(), "SIEGVO", ANNE);
    }

    private void in(TransferScene scene, Runnable work) {
        TenantContext.runAs(scene.tenant(), () -> transaction.executeWithoutResult(status -> work.run()));
    }
}
