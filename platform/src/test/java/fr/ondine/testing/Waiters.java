package fr.ondine.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Those who wait for a lock, for tests of what happens to two at once. */
public final class Waiters {

    private Waiters() {}

    /** Until somebody waits for what the caller's transaction has hold of. */
    public static void forUs(JdbcClient database) {
        await(database, "pg_backend_pid() = any(pg_blocking_pids(pid))");
    }

    /** Until somebody waits for a lock that is no row's or table's. */
    public static void forAdvisoryLock(JdbcClient database) {
        await(database, "locktype = 'advisory'");
    }

    private static void await(JdbcClient database, String which) {
        Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(10))
                .until(() -> database.sql("select exists (select from pg_locks where not granted and " + which + ")")
                        .query(Boolean.class)
                        .single());
    }
}
