package fr.ondine.handbook;

import static org.awaitility.Awaitility.await;

import fr.ondine.testing.services.PersistentServices;
import fr.ondine.testing.services.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;

/** PostgreSQL that is backed up as in production, by a base backup and an archive of its WAL, and a Redis. */
record RecoverableServers(PersistentServices servers, Path folder) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Without a database and its owner: whoever installs makes them. */
    static RecoverableServers start(Path folder) throws IOException, SQLException {
        Files.createDirectories(folder.resolve("wal"));
        var first = new RecoverableServers(PersistentServices.openEmptied(folder.resolve("servers")), folder);
        first.run("alter system set max_connections = 200"); // which is no less where it is recovered
        first.run("alter system set archive_mode = on");
        first.run("alter system set archive_command = 'cp %p " + first.archive() + "/%f'");
        first.close();
        var servers = new RecoverableServers(PersistentServices.open(folder.resolve("servers")), folder);
        servers.run("drop database ondine");
        servers.run("drop role ondine_owner");
        return servers;
    }

    Services services() {
        return servers.services();
    }

    Path archive() {
        return folder.resolve("wal");
    }

    /** Where its programs are. */
    Path programs() throws IOException {
        try (var files = Files.walk(folder.resolve("servers/programs"))) {
            return files.filter(file -> file.endsWith("bin/pg_ctl"))
                    .map(Path::getParent)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What its superuser is reached by. */
    String superuser() {
        return superuser("postgres");
    }

    private String superuser(String database) {
        var server = services().database().url();
        return server.substring(0, server.lastIndexOf('/') + 1) + database + "?user=postgres";
    }

    void run(String sql) throws SQLException {
        run("postgres", sql);
    }

    void run(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(superuser(database));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The one value that the superuser is answered. */
    String answer(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(superuser(database))) {
            return answer(connection, sql);
        }
    }

    /** What the handbook's base backup is: the files of a server that goes on meanwhile. */
    void baseBackup(Path to) throws IOException, SQLException {
        var data = folder.resolve("servers/postgresql");
        try (var connection = DriverManager.getConnection(superuser())) {
            answer(connection, "select pg_backup_start('base', true)");
            try (var files = Files.walk(data)) {
                for (var file : files.filter(RecoverableServers::isCopied).toList()) {
                    copy(file, to.resolve(data.relativize(file)));
                }
            }
            Files.writeString(to.resolve("backup_label"), answer(connection, "select labelfile from pg_backup_stop()"));
        }
        Files.delete(to.resolve("postmaster.pid"));
    }

    /** The log comes from the archive. */
    private static boolean isCopied(Path file) {
        return !Objects.requireNonNull(file.getParent()).toString().contains("/pg_wal");
    }

    private static void copy(Path from, Path to) throws IOException {
        try {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException gone) {
            // as the server does when it tidies up; its log has what matters
        }
    }

    /** This moment, as PostgreSQL's recovery is told it. */
    String moment() throws SQLException {
        try (var connection = DriverManager.getConnection(superuser())) {
            return answer(connection, "select clock_timestamp()");
        }
    }

    /** Waits until all that was done so far is in the archive. */
    void archived() throws SQLException {
        try (var connection = DriverManager.getConnection(superuser())) {
            var segment = answer(connection, "select pg_walfile_name(pg_switch_wal())");
            await().atMost(PATIENCE).until(() -> Files.exists(archive().resolve(segment)));
        }
    }

    private static String answer(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() {
        servers.close();
    }
}
