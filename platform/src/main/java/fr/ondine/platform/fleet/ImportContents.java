package fr.ondine.platform.fleet;

import fr.ondine.migrations.SchemaArrival;
import fr.ondine.migrations.TenantTable;
import fr.ondine.platform.documents.DocumentArchive;
import fr.ondine.platform.documents.DocumentId;
import fr.ondine.platform.fleet.ExportManifest.Table;
import fr.ondine.platform.tenancy.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.HashMap;
import java.util.UUID;

/** Takes the parts of an export to their places, and takes the files away again when the rest does not follow. */
final class ImportContents {

    private static final int TOLD_EVERY = 500;

    private final ArrivingFile file;
    private final Vault vault;
    private final DocumentArchive archive;
    private final WaitingWork work;
    private final TransferProgress progress;
    private boolean begun;
    private long rows;
    private long jobs;

    record Loaded(long rows, long jobs) {}

    ImportContents(
            ArrivingFile file, Vault vault, DocumentArchive archive, WaitingWork work, TransferProgress progress) {
        this.file = file;
        this.vault = vault;
        this.archive = archive;
        this.work = work;
        this.progress = progress;
    }

    Loaded loaded() {
        return new Loaded(rows, jobs);
    }

    void documents() {
        try {
            archive.begin();
            begun = true;
            var done = 0L;
            for (var name : file.manifest().sha256().keySet()) {
                if (name.startsWith(ExportManifest.DOCUMENTS)) {
                    document(name);
                    if (++done % TOLD_EVERY == 0) {
                        progress.at("documents", done);
                    }
                }
            }
            progress.at("documents", done);
        } catch (FileAlreadyExistsException other) {
            throw new TransferRefused("documents-there", String.valueOf(other.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void document(String name) throws IOException {
        try (var in = new SealedInput(file.open(name), file.key(), name)) {
            archive.restore(new DocumentId(id(name)), in);
        }
    }

    private static UUID id(String name) {
        try {
            return UUID.fromString(name.substring(ExportManifest.DOCUMENTS.length()));
        } catch (IllegalArgumentException notOurs) {
            throw new TransferRefused("altered", name);
        }
    }

    /** Fills the tables in the order of this database; the file has the same ones, or it is of another schema. */
    void load(SchemaArrival schema, boolean takeOver) throws IOException {
        var given = new HashMap<String, Table>();
        file.manifest().tables().forEach(table -> given.put(table.name(), table));
        for (var table : schema.tables()) {
            var found = given.remove(table.name());
            if (found == null) {
                throw new TransferRefused("other-tables", table.name());
            }
            fill(schema, found);
        }
        given.keySet().stream().findFirst().ifPresent(more -> {
            throw new TransferRefused("other-tables", more);
        });
        if (takeOver) {
            try (var in = file.open(ExportManifest.JOBS)) {
                var rows = new CopiedRows(in);
                jobs = schema.takeOver(() -> {
                    var line = rows.next();
                    return line == null ? null : work.known(line);
                });
            }
        }
    }

    private void fill(SchemaArrival schema, Table given) throws IOException {
        TenantTable table = given.table();
        var sealed = new SealedRows(table, vault, file.key());
        try (var in = file.open(Table.entry(given.name()))) {
            var lines = new CopiedRows(in);
            var count = schema.fill(table, () -> {
                var line = lines.next();
                return line == null ? null : sealed.arriving(line);
            });
            if (count != given.rows()) {
                throw new TransferRefused("rows-lost", given.name(), given.rows(), count);
            }
            rows += count;
            progress.at(given.name(), count);
        }
    }

    /** Whether files were written that somebody must keep or take away. */
    boolean haveBegun() {
        return begun;
    }

    void end(boolean utilityIsHere) throws IOException {
        if (utilityIsHere) {
            archive.keep();
        } else {
            archive.discard();
        }
    }
}
