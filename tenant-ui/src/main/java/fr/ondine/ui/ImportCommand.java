package fr.ondine.ui;

import fr.ondine.platform.imports.Imports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** {@code ondine.jar import --tenant SLUG FILE.zip}: brings a utility's data in, without serving any portal. */
public final class ImportCommand {

    static final String NAME = "import";

    private ImportCommand() {}

    static int run(String... arguments) {
        if (arguments.length != 4 || !arguments[1].equals("--tenant") || !Files.isReadable(Path.of(arguments[3]))) {
            System.err.println("ondine: import wants --tenant, the short name of a utility, and a readable zip file.");
            return TenantCommand.MISUSED;
        }
        return run(Map.of(), arguments[2], Path.of(arguments[3]));
    }

    /** Prints the report; 0 when the data are in, 1 when they were refused. */
    public static int run(Map<String, Object> properties, String slug, Path zip) {
        return TenantCommand.run(properties, slug, beans -> {
            var report = beans.getBean(Imports.class).run(zip);
            System.out.print(report.text());
            return report.accepted() ? TenantCommand.DONE : TenantCommand.REFUSED;
        });
    }
}
