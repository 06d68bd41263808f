package fr.ondine.demo;

import fr.ondine.testing.services.FolderInUse;
import fr.ondine.testing.services.PersistentServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** What {@code ./ondine import} runs: beside the running demonstration, or on its data while it is stopped. */
public final class ImportCommand {

    private ImportCommand() {}

    /** A utility's short name, then the zip. Ends as {@link fr.ondine.ui.ImportCommand} does. */
    public static void main(String[] arguments) throws IOException {
        var folder = DemoSettings.of().folder();
        if (!Files.exists(RunningProperties.in(folder).file())) {
            System.err.println("ondine: there is nothing to import into yet: run ./ondine start first.");
            System.exit(1);
        }
        System.exit(run(folder, arguments[0], Path.of(arguments[1])));
    }

    private static int run(Path folder, String slug, Path zip) throws IOException {
        var properties = RunningProperties.in(folder).read();
        try (var own = PersistentServices.open(folder)) {
            return run(properties, own.services().properties(), slug, zip);
        } catch (FolderInUse theDemonstrationRuns) {
            return run(properties, Map.of(), slug, zip);
        }
    }

    private static int run(Properties properties, Map<String, String> services, String slug, Path zip) {
        var all = new HashMap<String, Object>(services);
        properties.forEach((name, value) -> all.putIfAbsent(name.toString(), value));
        return fr.ondine.ui.ImportCommand.run(all, slug, zip);
    }
}
