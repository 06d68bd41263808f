package fr.ondine.demo;

import fr.ondine.testing.services.FolderInUse;
import fr.ondine.testing.services.PersistentServices;
import fr.ondine.ui.OndineApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Runs one of the application's own commands: beside the running demonstration, or on its data while it is stopped. */
public final class DemoCommand {

    private DemoCommand() {}

    /** The same arguments as the production jar takes, for example {@code import --tenant siegvo FILE.zip}. */
    public static void main(String[] arguments) throws IOException {
        var folder = DemoSettings.of().folder();
        if (!Files.exists(RunningProperties.in(folder).file())) {
            System.err.println("ondine: there are no data yet: run ./ondine start first.");
            System.exit(1);
        }
        RunningProperties.in(folder).read().forEach((name, value) -> System.setProperty(name.toString(), "" + value));
        services(folder).forEach(System::setProperty);
        OndineApplication.main(arguments);
    }

    /** The services of this process, or nothing when the running demonstration has its own. */
    private static Map<String, String> services(Path folder) {
        try {
            var own = PersistentServices.open(folder);
            return Closing.atExit().add(own).services().properties();
        } catch (FolderInUse theDemonstrationRuns) {
            return Map.of();
        }
    }
}
