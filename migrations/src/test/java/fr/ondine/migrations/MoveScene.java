package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A platform on two servers, and a utility {@code a} with rows and work on the main one. */
record MoveScene(DataSource here, DataSource there, OndineDatabase database, Clusters clusters) {

    static final String ANNE = "operator:anne";
    static final String JOB = "a/00000000-0000-0000-0000-000000000001/0000000a";
    static final MoveStep.Listener NOBODY = (step, detail) -> {};

    /** Here nobody else looks at the registry. */
    private static final MovePatience SHORT = new MovePatience(
            Duration.ofSeconds(20), Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofSeconds(2));

    /** A small schema: what is in it moves like any other. */
    private static final Changelog CHANGELOG = new Changelog(
            SampleFleet.SECOND.root(),
            "grant usage on schema ${schema} to ${role}; grant select, insert on all tables in schema ${schema} to ${role}",
            SampleFleet.SECOND.version(),
            SampleFleet.SECOND.changeSets());

    private static final TenantSchemas SCHEMAS = new TenantSchemas(CHANGELOG);

    static MoveScene prepare() {
        var here = Databases.copy(Prepared.HERE);
        var there = Databases.copy(Prepared.THERE);
        var database = database(here);
        return new MoveScene(here, there, database, clusters(database, there));
    }

    static OndineDatabase database(DataSource main) {
        return new OndineDatabase(main, CHANGELOG);
    }

    static Clusters clusters(OndineDatabase main, DataSource there) {
        return new Clusters(main, Map.of("there", there), SCHEMAS, SHORT);
    }

    /** Made once: each test gets a copy. */
    private static final class Prepared {
        static final DataSource HERE = here();
        static final DataSource THERE = there();

        private static DataSource here() {
            var here = Databases.bootstrapped();
            var database = MoveScene.database(here);
            database.register(new Registration("a", "A", "name: A", List.of("a.localhost"), ANNE, ""));
            database.provision("a");
            Databases.execute(here, """
                    insert into t_a.thing (id, name) select n, 'u' || n from generate_series(1, 500) n;
                    insert into t_a.part select 1, 1;
                    insert into platform.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values ('send-mail', '%s', now() + interval '1 day', false, 7);""".formatted(JOB));
            return here;
        }

        private static DataSource there() {
            var there = Databases.createElsewhere();
            new OndineDatabase(there).bootstrap(Databases.PASSWORD);
            return there;
        }
    }

    /** A database that does not answer. */
    static DataSource nobody() {
        var away = new PGSimpleDataSource();
        away.setUrl("jdbc:postgresql://127.0.0.1:1/none?user=nobody");
        return away;
    }

    Moves moves() {
        return clusters.moves();
    }

    MoveReport move(String to) {
        return moves().move("a", to, ANNE, NOBODY);
    }

    /** Where the registry says that it lives, and where that it goes. */
    String home() {
        return Databases.strings(
                        here,
                        "select cluster || ' ' || coalesce(moving_to, 'null') from platform.tenant where slug = 'a'")
                .getFirst();
    }

    static List<String> schemas(DataSource database) {
        return Databases.strings(
                database, "select nspname from pg_namespace where nspname in ('t_a', 'moved_a') order by 1");
    }

    static List<String> jobs(DataSource database) {
        return Databases.strings(database, "select task_instance from platform.scheduled_tasks");
    }

    static String things(DataSource database) {
        return Databases.strings(database, "select count(*) from t_a.thing").getFirst();
    }

    /** Whether a scheduler of that database may fetch the utility's work. */
    static boolean isWorking(DataSource database) {
        return !Databases.strings(database, """
                        select slug from platform.tenant where slug = 'a' and state in ('READY', 'SUSPENDED')
                           and cluster = 'main' and moving_to is null
                           and schema_changes >= %d""".formatted(CHANGELOG.changeSets()))
                .isEmpty();
    }

    static void insertAsUtility(DataSource database) throws SQLException {
        try (var connection = Databases.asApplication(database)) {
            connection.setAutoCommit(false);
            write(connection, "one more");
            connection.commit();
        }
    }

    static void asUtility(DataSource database, String sql) throws SQLException {
        try (var connection = Databases.asApplication(database)) {
            connection.setAutoCommit(false);
            Databases.execute(connection, "set local role t_a; set local search_path = t_a; " + sql);
        }
    }

    static void write(Connection connection, String name) throws SQLException {
        Databases.execute(
                connection,
                "set local role t_a; set local search_path = t_a; insert into thing (id, name)"
                        + " select max(id) + 1, '" + name + "' from thing");
    }

    /** Until somebody waits for a lock of that kind. */
    static void awaitWaiting(String kind, DataSource database) {
        var waiting = "select count(*) from pg_locks where not granted and locktype = '" + kind
                + "' and database = (select oid from pg_database where datname = current_database())";
        for (var look = 0; look < 500; look++) {
            if (!Databases.strings(database, "select w from (" + waiting + ") x (w), pg_sleep(0.02)")
                    .getFirst()
                    .equals("0")) {
                return;
            }
        }
        throw new IllegalStateException("nobody waits");
    }
}
