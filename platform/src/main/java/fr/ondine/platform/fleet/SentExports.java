package fr.ondine.platform.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;

/** Takes in exports that are sent over the network: each lies in a file of its own only as long as it is worked on. */
@Service
public class SentExports {

    private static final int PIECE = 1 << 16;

    private final UtilityImport imports;
    private final FleetSettings settings;
    private final OwnedFiles files = OwnedFiles.inTheUsualPlace();

    SentExports(UtilityImport imports, FleetSettings settings) {
        this.imports = imports;
        this.settings = settings;
    }

    /** What a process left that was killed may be large. */
    @EventListener(ApplicationReadyEvent.class)
    void tidy() throws IOException {
        files.deleteLeftovers();
    }

    /** How large an export may be. */
    public DataSize largest() {
        return settings.largestImport();
    }

    /** Refuses an export of that many bytes before it is sent. */
    public void refuseLarger(long bytes) {
        if (bytes > largest().toBytes()) {
            throw new TransferRefused("too-large", largest().toMegabytes());
        }
    }

    /** Its portal answers when this returns. */
    public ImportReport take(InputStream sent, Function<Path, ImportOrder> order, TransferProgress progress) {
        try {
            var file = files.create();
            try {
                progress.at("received", receive(sent, file));
                return imports.run(order.apply(file), progress);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long receive(InputStream sent, Path file) throws IOException {
        var piece = new byte[PIECE];
        var received = 0L;
        try (var out = Files.newOutputStream(file)) {
            for (var read = sent.read(piece); read >= 0; read = sent.read(piece)) {
                received += read;
                refuseLarger(received);
                out.write(piece, 0, read);
            }
        }
        return received;
    }
}
