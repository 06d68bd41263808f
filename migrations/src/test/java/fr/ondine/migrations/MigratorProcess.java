package fr.ondine.migrations;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A migrator of the second release in a JVM of its own, which tells each statement before it runs; to be killed. */
record MigratorProcess(Process process, BufferedReader output) {

    static final String NAME = "migrator";

    /** What that JVM runs. */
    public static void main(String[] arguments) throws SQLException {
        var counted = new CountedStatements(MigratorProcess::tell);
        var migrator = new FleetMigrator(counted.around(owner(arguments[0])), SampleFleet.SECOND);
        System.exit(migrator.migrate(migrator.behind()).exitStatus());
    }

    private static synchronized void tell(int number) {
        System.out.println("statement " + number);
        System.out.flush();
    }

    /** Connections to be told from those of the tests. */
    static DataSource owner(String url) {
        var owner = new PGSimpleDataSource();
        owner.setUrl(url);
        owner.setApplicationName(NAME);
        return owner;
    }

    static MigratorProcess on(DataSource database) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                MigratorProcess.class.getName(),
                Databases.url(database));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new MigratorProcess(process, process.inputReader(StandardCharsets.UTF_8));
    }

    /** Kills it as it runs that statement; tells whether it lived to it. */
    boolean killAt(int statement) throws IOException, InterruptedException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals("statement " + statement)) {
                process.destroyForcibly().waitFor();
                return true;
            }
        }
        return false;
    }

    /** Lets it run to its end, and tells how many statements that took. */
    int statements() throws InterruptedException {
        var count = (int) output.lines().count();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the migrator ended with " + process.exitValue());
        }
        return count;
    }
}
