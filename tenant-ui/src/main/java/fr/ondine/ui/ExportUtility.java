package fr.ondine.ui;

import fr.ondine.platform.fleet.UtilityExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tenant export SLUG --to FILE}: a whole utility in one file. */
@Command(
        name = "export",
        description =
                "Writes a whole utility to one file: configuration, data of one moment, documents. Archive it first"
                        + " if it leaves for good: then the work that waits goes along.")
final class ExportUtility implements Callable<Integer> {

    @ParentCommand
    private @Nullable FleetCommand fleet;

    @Parameters(paramLabel = "SLUG")
    private String slug = "";

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "Must not be there yet.")
    private Path file = Path.of("");

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Its first line opens the secrets; without it a passphrase is made up and printed once.")
    private @Nullable Path passphraseFile;

    @Override
    public Integer call() throws IOException {
        var passphrase = passphraseFile == null ? "" : firstLine(passphraseFile);
        var command = Objects.requireNonNull(fleet);
        return command.on(
                UtilityExport.class,
                export -> export.run(slug, file, passphrase, command.by(), FleetCommand::tellProgress));
    }

    static String firstLine(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("").strip();
        }
    }
}
