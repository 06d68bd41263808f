package fr.ondine.platform.fleet;

import fr.ondine.migrations.Clusters;
import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.Transfers;
import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.documents.DocumentArchive;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Vault;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Service;

/**
 * Writes all that a utility is into one file: configuration, data as of one moment, documents, waiting work. The utility
 * goes on meanwhile. Its secrets and documents are in the file only under a passphrase; everything else of its subscribers
 * is readable, so the file is to be kept like a backup.
 */
@Service
public class UtilityExport {

    /** How many characters a passphrase has at least. */
    public static final int SHORTEST_PASSPHRASE = Passphrase.SHORTEST;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final OndineDatabase database;
    private final Clusters clusters;
    private final FleetDirectory directory;
    private final DocumentArchive documents;
    private final Vault vault;
    private final Clock clock;

    UtilityExport(
            OndineDatabase database,
            Clusters clusters,
            FleetDirectory directory,
            DocumentArchive documents,
            Vault vault,
            Clock clock) {
        this.database = database;
        this.clusters = clusters;
        this.directory = directory;
        this.documents = documents;
        this.vault = vault;
        this.clock = clock;
    }

    /** Writes a file that must not be there yet; a passphrase is made up when none is given. */
    public ExportReport run(String slug, Path file, String passphrase, String by, TransferProgress progress) {
        var begun = clock.millis();
        var chosen = Passphrase.of(passphrase);
        var utility = exportable(slug);
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

    /**
     * Sends the same while it is made. It is written down before its first byte leaves, and again when all has left or it
     * has broken off: its end is missing then, and no import takes it.
     */
    public void send(String slug, String passphrase, String by, Destination to) {
        var chosen = new Passphrase(passphrase);
        var utility = exportable(slug);
        var leaving = new Leaving(slug, by);
        try {
            leaving.left(fill(() -> ExportFile.to(leaving.begin(to)), utility, chosen, TransferProgress.SILENT));
        } catch (IOException e) {
            throw leaving.brokenOff(new UncheckedIOException(e));
        } catch (RuntimeException e) {
            throw leaving.brokenOff(e);
        }
    }

    /** Where an export is sent. */
    @FunctionalInterface
    public interface Destination {

        /** Called once nothing stands against the export any more, with the name that its file should have. */
        OutputStream open(String name) throws IOException;
    }

    /** An export on its way, written down at both its ends. */
    private final class Leaving {

        private final String slug;
        private final String name;
        private final String by;
        private boolean begun;

        private Leaving(String slug, String by) {
            this.slug = slug;
            this.name = nameOf(slug);
            this.by = by;
        }

        private OutputStream begin(Destination to) throws IOException {
            database.audit(by, "exported", slug, name);
            begun = true;
            return to.open(name);
        }

        private void left(Written all) {
            var detail = "%d rows, %d documents, %d jobs".formatted(all.rows(), all.documents(), all.jobs());
            database.audit(by, "export ended", slug, detail);
        }

        private RuntimeException brokenOff(RuntimeException why) {
            if (begun) {
                database.audit(by, "export broken off", slug, name);
            }
            return why;
        }
    }

    private String nameOf(String slug) {
        return slug + "-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".zip";
    }

    private UtilitySummary exportable(String slug) {
        var utility = directory.get(slug);
        if (!utility.hasData()) {
            throw new TransferRefused("nothing-to-export", slug);
        }
        if (utility.state() == UtilityState.ARCHIVED && !data(utility).restsWithin(slug, PATIENCE)) {
            throw new TransferRefused("still-at-work", slug);
        }
        return utility;
    }

    record Written(long bytes, long rows, long documents, long jobs) {}

    /** Under its name the file is whole and the export written down, or it is not there. */
    private Written write(
            UtilitySummary utility, Path file, Passphrase passphrase, String by, TransferProgress progress) {
        var unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            refuseExisting(file);
            try {
                Files.deleteIfExists(unfinished);
                var written = fill(() -> ExportFile.create(unfinished), utility, passphrase, progress);
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

    private interface Opening {
        ExportFile open() throws IOException;
    }

    private Written fill(Opening opening, UtilitySummary utility, Passphrase passphrase, TransferProgress progress)
            throws IOException {
        var yaml = directory.configuration(utility.slug()); // the registry is not to be seen by a utility
        try (var snapshot = data(utility).snapshot(utility.slug());
                var file = opening.open()) {
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

    /** The database where it lives. */
    private Transfers data(UtilitySummary utility) {
        return clusters.database(utility.cluster()).transfers();
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
