package fr.ondine.migrations;

import fr.ondine.migrations.MoveRefused.Reason;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Pumps what a utility has from one cluster into its empty schema on another, and compares both sides. */
final class MoveCopy {

    private final TenantSchema tenant;
    private final MoveStep.Listener listener;

    record Copied(int tables, long rows, long jobs) {}

    MoveCopy(TenantSchema tenant, MoveStep.Listener listener) {
        this.tenant = tenant;
        this.listener = listener;
    }

    /** Waits for those who write, keeps others from it, and only then looks: nothing can be missing. */
    static SchemaSnapshot locked(TenantSchema tenant, List<TenantTable> tables, Duration patience, Connection here)
            throws SQLException {
        var names = tables.stream()
                .map(table -> tenant.quoted() + ".\"" + table.name() + '"')
                .collect(Collectors.joining(", "));
        try (var lock = here.createStatement()) {
            lock.execute("set transaction isolation level repeatable read");
            lock.execute(SchemaSnapshot.TEXT_FORM);
            LockWait.atMost(patience, here);
            lock.execute("lock table " + names + " in share mode");
        } catch (SQLException e) {
            if (LockWait.isOver(e)) {
                throw new MoveRefused(Reason.STILL_AT_WORK, tenant.slug());
            }
            throw e;
        }
        return new SchemaSnapshot(tenant, here);
    }

    Copied run(SchemaSnapshot snapshot, Connection here, Connection there) throws SQLException, IOException {
        var arrival = new SchemaArrival(tenant, there);
        prepare(there);
        refuseOther(AppliedChangeSets.in(tenant.name(), here), AppliedChangeSets.in(tenant.name(), there));
        var total = 0L;
        for (var table : snapshot.tables()) {
            try (var rows = snapshot.rows(table)) {
                var count = arrival.fill(table, rows);
                listener.at(MoveStep.COPYING, table.name() + " " + count);
                total += count;
            }
        }
        compare(snapshot.tables(), here, there);
        analyze(snapshot.tables(), there);
        return new Copied(snapshot.tables().size(), total, jobs(snapshot, arrival));
    }

    /** Values have the same form on both sides; checks that wait for the end of the transaction look into the schema. */
    private void prepare(Connection there) throws SQLException {
        try (var settings = there.createStatement()) {
            settings.execute(SchemaSnapshot.TEXT_FORM);
            settings.execute("set local search_path = " + tenant.quoted() + ", pg_temp");
        }
    }

    private static long jobs(SchemaSnapshot snapshot, SchemaArrival arrival) throws IOException {
        var jobs = new ArrayList<byte[]>();
        snapshot.jobs(jobs::add);
        var next = jobs.iterator();
        return arrival.takeOver(() -> next.hasNext() ? next.next() : null);
    }

    /** How many jobs of the utility there are now, whatever a snapshot says. */
    static long jobs(TenantSchema tenant, Connection here) throws SQLException {
        try (var query = here.prepareStatement("select count(*) from platform.scheduled_tasks where tenant = ?")) {
            query.setString(1, tenant.slug());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void analyze(List<TenantTable> tables, Connection there) throws SQLException {
        try (var statement = there.createStatement()) {
            for (var table : tables) {
                statement.execute("analyze " + table.name(tenant));
            }
        }
    }

    private void compare(List<TenantTable> tables, Connection here, Connection there) throws SQLException {
        for (var table : tables) {
            var left = TableDigest.of(table, tenant, here);
            var arrived = TableDigest.of(table, tenant, there);
            if (!left.equals(arrived)) {
                throw new MoveRefused(Reason.ROWS_DIFFER, table.name() + " (" + left + ", " + arrived + ")");
            }
        }
    }

    private void refuseOther(AppliedChangeSets left, AppliedChangeSets arrived) {
        if (!left.listing().equals(arrived.listing())) {
            throw new MoveRefused(Reason.BEHIND, tenant.slug());
        }
    }
}
