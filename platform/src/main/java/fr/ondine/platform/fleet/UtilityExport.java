package fr.ondine.platform.fleet;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.documents.DocumentArchive;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Writes all that a utility is into one file: configuration, data as of one moment, documents, waiting work. The utility
 * goes on meanwhile. Its secrets and documents are in the file only under a passphrase; everything else of its subscribers
 * is readable, so the file is to be kept like a backup.
 */
@Service
public class UtilityExport {

    private static final Set<UtilityState> WITH_DATA =
            EnumSet.of(UtilityState.READY, UtilityState.SUSPENDED, UtilityState.ARCHIVED);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final OndineDatabase database;
    private final FleetDirectory directory;
    private final DocumentArchive documents;
    private final Vault vault;
    private final Clock clock;

    UtilityExport(
            OndineDatabase database, FleetDirectory directory, DocumentArchive documents, Vault vault, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.documents = documents;
        this.vault = vault;
        this.clock = clock;
    }

    /** Writes a file that must not be there yet; a passphrase is made up when none is given. */
    public ExportReport run(String slug, Path file, String passphrase, String by, TransferProgress progress) {
        var begun = clock.millis();
        var utility = directory.get(slug);
        var chosen = Passphrase.of(passphrase);
        if (!WITH_DATA.contains(utility.state())) {
            throw new TransferRefused("nothing-to-export", slug);
        }
        if (utility.state() == UtilityState.ARCHIVED && !database.transfers().restsWithin(slug, PATIENCE)) {
            throw new TransferRefused("still-at-work", slug);
        }
        var written = write(utility, file, chosen, by, progress);
        return new ExportReport(
                slug,
                file.toString(),
                written.bytes(),
                written.rows(),
                written.documents(),
                written.jobs(),
                clock.millis() - begun,
                passphrase.isEmpty() ? chosen.value() : "");
    }

    record Written(long bytes, long rows, long documents, long jobs) {}

    /** Under its name the file is whole and the export written down, or it is not there. */
    private Written write(
            UtilitySummary utility, Path file, Passphrase passphrase, String by, TransferProgress progress) {
        var unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            refuseExisting(file);
            var yaml = directory.configuration(utility.slug()); // the registry is not to be seen by a utility
            try {
                var written = fill(unfinished, utility, yaml, passphrase, progress);
                var bytes = Files.size(unfinished);
                database.audit(by, "exported", utility.slug(), String.valueOf(file.getFileName()));
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
                return new Written(bytes, written.rows(), written.documents(), written.jobs());
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Written fill(
            Path unfinished, UtilitySummary utility, String yaml, Passphrase passphrase, TransferProgress progress)
            throws IOException {
        Files.deleteIfExists(unfinished);
        try (var file = ExportFile.create(unfinished);
                var snapshot = database.transfers().snapshot(utility.slug())) {
            var seen = directory.get(utility.slug()); // it may have been opened again before that moment
            var contents = new ExportContents(file, snapshot, vault, passphrase, progress);
            return TenantContext.callAs(new TenantId(utility.slug()), () -> {
                contents.configuration(yaml, database.transfers().pastOf(utility.slug()));
                contents.tables();
                contents.jobs();
                contents.documents(documents);
                return contents.finish(seen, clock.instant());
            });
        }
    }

    private static void refuseExisting(Path file) {
        if (Files.exists(file)) {
            throw new TransferRefused("file-there", file);
        }
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new TransferRefused("folder-missing", file);
        }
    }
}
