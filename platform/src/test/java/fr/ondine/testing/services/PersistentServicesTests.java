package fr.ondine.testing.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistentServicesTests {

    @TempDir
    Path folder;

    @Test
    void keep_what_they_hold_from_one_start_to_the_next() throws Exception {
        try (var first = PersistentServices.open(folder)) {
            run(first, "create table kept (word text)", "insert into kept values ('still here')");
            redis(first, "SET kept yes");
        }
        try (var second = PersistentServices.open(folder)) {
            assertThat(one(second, "select word from kept")).isEqualTo("still here");
            assertThat(redis(second, "GET kept")).contains("yes");
            assertThat(one(second, "show fsync")).isEqualTo("on");
            assertThat(one(second, "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Tag("long")
    @Test
    void start_again_after_the_process_that_held_them_was_killed() throws Exception {
        var killed = AnotherProcess.holding(folder);
        run(killed.services(), "create table kept (word text)");
        killed.kill();
        assertThat(killed.servers()).hasSize(2).allMatch(Leftover::runs);

        try (var next = PersistentServices.open(folder)) {
            assertThat(killed.servers()).noneMatch(Leftover::runs);
            assertThat(one(next.services(), "select count(*) from kept")).isEqualTo("0");
        }
    }

    @Test
    void leave_alone_a_process_that_only_has_the_number_of_an_earlier_server() throws Exception {
        PersistentServices.open(folder).close();
        var stranger = new ProcessBuilder("sleep", "60").start();
        Files.writeString(folder.resolve("postgresql/postmaster.pid"), stranger.pid() + "\n");
        Files.writeString(folder.resolve("redis/redis.pid"), stranger.pid() + "\n");

        PersistentServices.open(folder).close();
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroy();
    }

    @Test
    void refuse_a_folder_that_another_start_works_on() {
        try (var first = PersistentServices.open(folder)) {
            assertThatThrownBy(() -> PersistentServices.open(folder))
                    .isInstanceOf(FolderInUse.class)
                    .hasMessageContaining("already runs on " + folder);
        }
    }

    @Test
    @Tag("long")
    void begin_empty_when_told_so() throws Exception {
        try (var first = PersistentServices.open(folder)) {
            run(first.services(), "create table kept (word text)");
        }
        try (var second = PersistentServices.openEmptied(folder)) {
            assertThat(one(second, "select count(*) from pg_class where relname = 'kept'"))
                    .isEqualTo("0");
        }
    }

    private static void run(PersistentServices services, String... commands) throws SQLException {
        for (var command : commands) {
            run(services.services(), command);
        }
    }

    private static void run(Services services, String command) throws SQLException {
        var database = services.database();
        try (var connection = DriverManager.getConnection(
                        database.url(), database.ownerUsername(), database.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String one(PersistentServices services, String query) throws SQLException {
        return one(services.services(), query);
    }

    private static String one(Services services, String query) throws SQLException {
        var database = services.database();
        try (var connection = DriverManager.getConnection(
                        database.url(), database.ownerUsername(), database.ownerPassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String redis(PersistentServices services, String command) throws IOException {
        var address = services.services().redis();
        try (var socket = new Socket(address.host(), address.port())) {
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
