package fr.ondine.bench;

import fr.ondine.migrations.FleetPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The same work by bare JDBC: the statements that change a utility and the one that reads what came of it, and no more.
 * Nothing is locked against others, no state is found out, nothing is compared, no failure is written down.
 */
record FleetFloor(DataSource owner, String script, String rights) {

    private static final String FINGERPRINT = FleetRelease.resource("db/fingerprint.sql");

    private static final int AT_ONCE = 4;

    private static final String ROLE = """
            create role %1$s nologin;
            grant %1$s to ondine_app with inherit false, set true;
            create schema %1$s""";

    /** The utility's row, like that of one which is there. */
    private static final String REGISTER = """
            insert into platform.tenant
                (slug, state, name, configuration, schema_version, schema_changes, schema_fingerprint)
                select '%1$s', 'READY', '%1$s', configuration, schema_version, schema_changes, schema_fingerprint
                  from platform.tenant where slug = '%2$s';
            insert into platform.tenant_host (host, slug) values ('%1$s.localhost', '%1$s');
            insert into platform.tenant_configuration (slug, version, configuration, applied_by)
                select slug, 1, configuration, 'bench' from platform.tenant where slug = '%1$s';
            insert into platform.operator_audit (actor, action, slug) values ('bench', 'configured', '%1$s')""";

    private static final String BEHIND = """
            select t.slug, t.schema_version from platform.tenant t, platform.tenant model
             where model.slug = ? and t.state not in ('DRAFT', 'ARCHIVED')
               and (t.schema_changes <> model.schema_changes or t.schema_version <> model.schema_version)
             order by t.slug""";

    static FleetFloor of(FleetPlan plan, DataSource owner) {
        return new FleetFloor(owner, plan.scripts().getFirst().sql(), plan.rights());
    }

    /** The same under other names, so that it can be done beside. */
    FleetFloor renamed(String name, String other) {
        return new FleetFloor(owner, script.replace(name, other), rights);
    }

    /** Adds a utility. */
    void add(String slug, String like) throws SQLException {
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            run(REGISTER.formatted(slug, like), connection);
            run(ROLE.formatted(schema(slug)), connection);
            change(slug, connection);
            connection.commit();
        }
    }

    /** Runs the script in each of these utilities' schemas, as many at once as the migrator does. */
    void migrate(List<String> slugs) throws InterruptedException, ExecutionException {
        var queue = new ConcurrentLinkedQueue<>(slugs);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var workers = Stream.generate(() -> worker(queue)).limit(AT_ONCE).toList();
            for (var worker : threads.invokeAll(workers)) {
                worker.get();
            }
        }
    }

    private Callable<Integer> worker(Queue<String> queue) {
        return () -> {
            var count = 0;
            try (var connection = owner.getConnection()) {
                connection.setAutoCommit(false);
                for (var slug = queue.poll(); slug != null; slug = queue.poll()) {
                    change(slug, connection);
                    run("update platform.tenant set updated_at = now() where slug = '" + slug + "'", connection);
                    connection.commit();
                    count++;
                }
            }
            return count;
        };
    }

    private void change(String slug, Connection connection) throws SQLException {
        run("set local search_path = " + schema(slug) + ", pg_temp", connection);
        run(script, connection);
        run(rights.replace("${schema}", schema(slug)).replace("${role}", schema(slug)), connection);
        try (var query = connection.prepareStatement(FINGERPRINT)) {
            query.setString(1, "t_" + slug);
            query.executeQuery().close();
        }
    }

    /** Asks once who differs from a utility that is up to date. */
    void behind(String like) throws SQLException {
        try (var connection = owner.getConnection();
                var query = connection.prepareStatement(BEHIND)) {
            query.setString(1, like);
            query.executeQuery().close();
        }
    }

    /** In each schema, whatever it costs. */
    void each(List<String> slugs, String sql) throws SQLException {
        try (var connection = owner.getConnection()) {
            for (var slug : slugs) {
                run("set search_path = " + schema(slug), connection);
                run(sql, connection);
            }
        }
    }

    private static String schema(String slug) {
        return "\"t_" + slug + "\"";
    }

    private static void run(String sql, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
