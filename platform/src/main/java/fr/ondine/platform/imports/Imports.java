package fr.ondine.platform.imports;

import fr.ondine.platform.documents.Storage;
import fr.ondine.platform.fleet.SealedSecrets;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantGrown;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Takes in what a utility's billing software knows: one zip, all of it or nothing (docs/import-format.md). */
@Service
public class Imports {

    private final ImportRuns runs;
    private final ImportLoad load;
    private final Storage storage;
    private final SealedSecrets secrets;
    private final ApplicationEventPublisher events;

    Imports(
            ImportRuns runs,
            ImportLoad load,
            Storage storage,
            SealedSecrets secrets,
            ApplicationEventPublisher events) {
        this.storage = storage;
        this.secrets = secrets;
        this.events = events;
        this.runs = runs;
        this.load = load;
    }

    /** Loads a file for the bound utility; {@link ImportAlreadyRunning} when another one is being loaded. */
    public ImportReport run(Path zip) {
        storage.refuseWhenFull();
        var run = runs.begin(zip, sha256(zip));
        var ended = false;
        try {
            secrets.renew(); // digests of the file are compared with those that are there
            var report = load.load(run, zip);
            if (!report.accepted()) {
                runs.end(report);
            }
            ended = true;
            if (report.accepted()) {
                events.publishEvent(new TenantGrown(TenantContext.current()));
            }
            return report;
        } finally {
            if (!ended) {
                runs.fail(run);
            }
        }
    }

    private static byte[] sha256(Path zip) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                Files.copy(zip, out);
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
