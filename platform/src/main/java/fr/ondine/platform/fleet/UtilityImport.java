package fr.ondine.platform.fleet;

import fr.ondine.migrations.AlreadyHere;
import fr.ondine.migrations.Arrival;
import fr.ondine.migrations.MigrationFailed;
import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.PastConfiguration;
import fr.ondine.migrations.Registration;
import fr.ondine.migrations.UnknownChangeSets;
import fr.ondine.migrations.UtilityPast;
import fr.ondine.platform.documents.DocumentArchive;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.platform.tenancy.Vault;
import fr.ondine.tenantconfig.ConfigurationName;
import fr.ondine.tenantconfig.TenantConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.ArrayList;
import org.springframework.stereotype.Service;

/**
 * Takes in a utility that another platform exported, under its own name or another, all of it or nothing. Its secrets
 * come under this platform's key on the way.
 */
@Service
public class UtilityImport {

    private final OndineDatabase database;
    private final FleetDirectory directory;
    private final TenantProvisioning provisioning;
    private final DocumentArchive documents;
    private final Vault vault;
    private final WaitingWork work;
    private final Clock clock;

    UtilityImport(
            OndineDatabase database,
            FleetDirectory directory,
            TenantProvisioning provisioning,
            DocumentArchive documents,
            Vault vault,
            WaitingWork work,
            Clock clock) {
        this.database = database;
        this.directory = directory;
        this.provisioning = provisioning;
        this.documents = documents;
        this.vault = vault;
        this.work = work;
        this.clock = clock;
    }

    /** Its portal answers when this returns. */
    public ImportReport run(ImportOrder order, TransferProgress progress) {
        var begun = clock.millis();
        try (var file = ArrivingFile.open(order.file(), order.passphrase())) {
            file.verify(progress);
            var arrival = arrival(file, order);
            var tenant = new TenantId(arrival.utility().slug());
            var loaded = TenantContext.callAs(tenant, () -> admit(file, arrival, order, progress));
            provisioning.changed(tenant);
            return new ImportReport(
                    directory.get(tenant.slug()),
                    loaded.rows(),
                    file.manifest().documents(),
                    loaded.jobs(),
                    clock.millis() - begun);
        } catch (UnknownChangeSets newer) {
            throw new TransferRefused("newer", String.join(", ", newer.names()));
        } catch (AlreadyHere taken) {
            throw new TransferRefused("slug-taken", String.valueOf(taken.getMessage()));
        } catch (NoSuchFileException missing) {
            throw new TransferRefused("file-missing", order.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Arrival arrival(ArrivingFile file, ImportOrder order) throws IOException {
        var manifest = file.manifest();
        var yaml = renamed(file.text(ExportManifest.CONFIGURATION), order, manifest);
        var configuration = provisioning.checkArriving(yaml);
        if (directory.find(configuration.slug()).isPresent()) {
            throw new TransferRefused("slug-taken", configuration.slug());
        }
        var history = new ArrayList<PastConfiguration>();
        for (var past : manifest.history()) {
            history.add(new PastConfiguration(
                    past.version(), file.text(past.entry()), past.appliedAt(), past.appliedBy(), past.reason()));
        }
        return new Arrival(
                registration(configuration, yaml, order, manifest),
                new UtilityPast(history, manifest.limits()),
                manifest.changeSets(),
                order.quiet());
    }

    private static String renamed(String yaml, ImportOrder order, ExportManifest manifest) {
        if (order.slug().isEmpty() && order.hosts().isEmpty()) {
            return yaml;
        }
        return ConfigurationName.change(
                yaml,
                order.slug().isEmpty() ? manifest.slug() : order.slug(),
                order.hosts().isEmpty() ? manifest.hosts() : order.hosts());
    }

    private static Registration registration(
            TenantConfig configuration, String yaml, ImportOrder order, ExportManifest manifest) {
        return new Registration(
                configuration.slug(),
                configuration.name(),
                yaml,
                configuration.hosts(),
                order.by(),
                OwnReason.importedFrom(manifest));
    }

    private ImportContents.Loaded admit(
            ArrivingFile file, Arrival arrival, ImportOrder order, TransferProgress progress) throws IOException {
        var contents = new ImportContents(file, vault, documents, work, progress);
        var takeOver = order.takeOver() || file.manifest().originalIsClosed();
        try {
            database.transfers().admit(arrival, contents::documents, schema -> contents.load(schema, takeOver));
        } catch (IOException | RuntimeException failure) {
            settle(contents, arrival.utility().slug(), failure);
            throw failure;
        }
        contents.end(true);
        return contents.loaded();
    }

    /** Where nobody can tell whether the utility is here, its files stay, with their mark. */
    private void settle(ImportContents contents, String slug, Exception failure) {
        if (!contents.haveBegun()) {
            return;
        }
        try {
            database.transfers().settle(slug, contents::end);
        } catch (IOException | MigrationFailed unknown) {
            failure.addSuppressed(unknown);
        }
    }
}
