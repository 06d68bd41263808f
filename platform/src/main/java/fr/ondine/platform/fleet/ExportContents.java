package fr.ondine.platform.fleet;

import fr.ondine.migrations.PastConfiguration;
import fr.ondine.migrations.SchemaSnapshot;
import fr.ondine.migrations.TenantTable;
import fr.ondine.migrations.UtilityPast;
import fr.ondine.platform.documents.DocumentArchive;
import fr.ondine.platform.documents.DocumentId;
import fr.ondine.platform.fleet.ExportManifest.Past;
import fr.ondine.platform.fleet.ExportManifest.Table;
import fr.ondine.platform.tenancy.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts the parts of a utility into an export, one after the other, and keeps the account of them. */
final class ExportContents {

    private static final int TOLD_EVERY = 500;

    private final ExportFile file;
    private final SchemaSnapshot snapshot;
    private final Vault vault;
    private final byte[] salt = ExportKey.salt();
    private final ExportKey key;
    private final TransferProgress progress;
    private final List<Past> history = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private UtilityPast.@Nullable Limits limits;
    private long jobs;
    private long documents;

    ExportContents(
            ExportFile file, SchemaSnapshot snapshot, Vault vault, Passphrase passphrase, TransferProgress progress) {
        this.file = file;
        this.snapshot = snapshot;
        this.vault = vault;
        this.key = ExportKey.of(passphrase.value(), salt);
        this.progress = progress;
    }

    void configuration(String inForce, UtilityPast past) throws IOException {
        file.add(ExportManifest.CONFIGURATION, inForce);
        for (PastConfiguration version : past.history()) {
            var noted = new Past(version.version(), version.appliedAt(), version.appliedBy(), version.reason());
            file.add(noted.entry(), version.configuration());
            history.add(noted);
        }
        limits = past.limits();
    }

    void tables() throws IOException {
        for (var table : snapshot.tables()) {
            var sealed = new SealedRows(table, vault, key);
            var rows = new long[1];
            file.add(
                    Table.entry(table.name()),
                    out -> rows[0] = snapshot.read(table, line -> out.write(sealed.leaving(line))));
            tables.add(new Table(table.name(), table.columns(), rows[0]));
            progress.at(table.name(), rows[0]);
        }
    }

    void jobs() throws IOException {
        file.add(ExportManifest.JOBS, out -> jobs = snapshot.jobs(out::write));
    }

    /** Every file that the data of that moment speak of, and each as it was stored. */
    void documents(DocumentArchive archive) throws IOException {
        snapshot.read(new TenantTable("document", List.of("id", "sha256")), line -> {
            var fields = new String(line, StandardCharsets.US_ASCII).strip().split("\t");
            document(UUID.fromString(fields[0]), fields[1].substring("\\\\x".length()), archive);
            if (++documents % TOLD_EVERY == 0) {
                progress.at("documents", documents);
            }
        });
        progress.at("documents", documents);
    }

    private void document(UUID id, String sha256, DocumentArchive archive) throws IOException {
        var digest = ExportFile.sha256();
        var name = ExportManifest.DOCUMENTS + id;
        file.add(name, out -> {
            try (var in = new DigestInputStream(archive.open(new DocumentId(id)), digest);
                    var sealed = new SealedOutput(out, key, name)) {
                in.transferTo(sealed);
            } catch (NoSuchFileException missing) {
                throw new TransferRefused("document-damaged", id);
            }
        });
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new TransferRefused("document-damaged", id);
        }
    }

    UtilityExport.Written finish(UtilitySummary utility, Instant now) throws IOException {
        var changeSets = snapshot.changeSets();
        var fingerprint = snapshot.fingerprint();
        file.finish(
                digests -> new ExportManifest(
                        ExportManifest.FORMAT,
                        utility.slug(),
                        utility.name(),
                        utility.hosts(),
                        utility.state(),
                        now,
                        changeSets,
                        fingerprint,
                        Objects.requireNonNull(limits),
                        history,
                        HexFormat.of().formatHex(salt),
                        key.check(),
                        tables,
                        documents,
                        jobs,
                        digests),
                key);
        return new UtilityExport.Written(
                0, tables.stream().mapToLong(Table::rows).sum(), documents, jobs);
    }
}
