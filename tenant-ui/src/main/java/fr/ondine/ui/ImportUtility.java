package fr.ondine.ui;

import fr.ondine.platform.fleet.ImportOrder;
import fr.ondine.platform.fleet.UtilityImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tenant import FILE}: takes in a utility that another platform exported. */
@Command(
        name = "import",
        description = "Takes in a utility from its export, all of it or nothing; its portal answers when this ends.")
final class ImportUtility implements Callable<Integer> {

    @ParentCommand
    private @Nullable FleetCommand fleet;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(
            names = "--passphrase-file",
            required = true,
            paramLabel = "FILE",
            description = "Its first line opens the secrets.")
    private Path passphraseFile = Path.of("");

    @Option(names = "--as", paramLabel = "SLUG", defaultValue = "", description = "Another short name for it here.")
    private String slug = "";

    @Option(names = "--host", paramLabel = "HOST", description = "Its hosts here, if they are others.")
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--take-over",
            description = "The original is gone: also does the work that waited there, mails to be sent among it.")
    private boolean takeOver;

    @Option(
            names = "--quiet",
            description = "It is only looked at: no mail leaves it and none of its work is done, for good.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        var command = Objects.requireNonNull(fleet);
        var passphrase = ExportUtility.firstLine(passphraseFile);
        var order = new ImportOrder(file, passphrase, slug, hosts, takeOver, quiet, command.by());
        return command.on(UtilityImport.class, all -> all.run(order, FleetCommand::tellProgress));
    }
}
