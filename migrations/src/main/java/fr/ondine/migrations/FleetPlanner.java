package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds out what a migration would do, on a connection by which the server lets nothing be changed. */
final class FleetPlanner {

    private final Changelog changelog;
    private final SchemaMigration migration;
    private final Connection connection;
    private final Map<AppliedChangeSets, FleetPlan.Script> scripts = new LinkedHashMap<>();

    private FleetPlanner(Changelog changelog, Connection connection) {
        this.changelog = changelog;
        this.migration = new SchemaMigration(changelog);
        this.connection = connection;
    }

    static FleetPlan plan(Changelog changelog, Connection connection) throws SQLException {
        setReadOnly("on", connection);
        try {
            return new FleetPlanner(changelog, connection).plan();
        } finally {
            setReadOnly("default", connection);
        }
    }

    private static void setReadOnly(String value, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = " + value);
        }
    }

    private FleetPlan plan() throws SQLException {
        var platform = new Bootstrap().pending(connection);
        var steps = new ArrayList<FleetPlan.Step>();
        for (var tenant :
                Registry.exists(connection) ? Registry.behind(changelog, connection) : List.<Registry.Behind>of()) {
            steps.add(step(tenant));
        }
        return new FleetPlan(
                changelog.version(),
                changelog.changeSets(),
                platform,
                steps,
                List.copyOf(scripts.values()),
                changelog.rights());
    }

    private FleetPlan.Step step(Registry.Behind tenant) throws SQLException {
        var schema = new TenantSchema(tenant.slug()).name();
        var state = AppliedChangeSets.in(schema, connection);
        if (!scripts.containsKey(state)) {
            var sql = migration.scriptFor(schema, state, connection);
            scripts.put(state, new FleetPlan.Script(scripts.size() + 1, state.names(), sql));
        }
        var script = scripts.get(state);
        return new FleetPlan.Step(tenant.slug(), tenant.version(), state.count(), script.number());
    }
}
