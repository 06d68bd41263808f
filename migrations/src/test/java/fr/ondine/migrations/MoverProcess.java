package fr.ondine.migrations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A mover in a JVM of its own, which is dead at a given moment without another word. */
final class MoverProcess {

    static final String NAME = "mover";

    private static final int DIED = 9;

    private MoverProcess() {}

    /** What that JVM runs. */
    public static void main(String[] arguments) {
        var main = MoveScene.database(owner(arguments[0]));
        var moves = MoveScene.clusters(main, owner(arguments[1])).moves();
        moves.move("a", "there", MoveScene.ANNE, (step, detail) -> {
            if ((step + " " + detail).startsWith(arguments[2])) {
                Runtime.getRuntime().halt(DIED);
            }
        });
    }

    static boolean diesAt(String moment, DataSource here, DataSource there) throws IOException, InterruptedException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                MoverProcess.class.getName(),
                Databases.url(here),
                Databases.url(there),
                moment);
        return new ProcessBuilder(command).inheritIO().start().waitFor() == DIED;
    }

    private static DataSource owner(String url) {
        var owner = new PGSimpleDataSource();
        owner.setUrl(url);
        owner.setApplicationName(NAME);
        return owner;
    }
}
