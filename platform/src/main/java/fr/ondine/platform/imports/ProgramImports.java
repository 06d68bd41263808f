package fr.ondine.platform.imports;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.provider.ApiCaller;
import fr.ondine.platform.provider.ClientScope;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in what a program of the utility sends, by the rules of every import: all of it or nothing. */
@Service
public class ProgramImports {

    private static final int BUFFER = 1 << 16;

    private final Imports imports;
    private final ImportLimits limits;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    ProgramImports(Imports imports, ImportLimits limits, AuditTrail audit, TransactionTemplate transaction) {
        this.imports = imports;
        this.limits = limits;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Answers once the data are in, or were refused.
     *
     * @param declared how long the sender says it is; negative where they do not
     * @throws ImportTooLarge if it is larger than what programs may send, whatever was declared
     */
    public ImportReport take(ApiCaller caller, InputStream sent, long declared) {
        caller.require(ClientScope.IMPORTS_WRITE);
        if (declared > largest()) {
            throw new ImportTooLarge(limits.sent().toMegabytes());
        }
        try {
            var folder = Files.createTempDirectory("ondine-import");
            var file = folder.resolve("import.zip");
            try {
                keep(sent, file);
                return run(caller, file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private ImportReport run(ApiCaller caller, Path file) {
        var report = imports.run(file);
        transaction.executeWithoutResult(status -> audit.record(
                caller.actor(),
                "imports.sent",
                "import:" + report.id(),
                report.accepted() ? "accepted" : "refused, " + report.refusalCount()));
        return report;
    }

    private void keep(InputStream sent, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            var buffer = new byte[BUFFER];
            var kept = 0L;
            for (var read = sent.read(buffer); read >= 0; read = sent.read(buffer)) {
                kept += read;
                if (kept > largest()) {
                    throw new ImportTooLarge(limits.sent().toMegabytes());
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private long largest() {
        return limits.sent().toBytes();
    }
}
