package fr.ondine.testing.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServicesTests {

    final Services services = Services.shared();

    @Test
    void the_owner_enters_a_real_postgresql_18_without_being_its_superuser() throws SQLException {
        try (var connection = owner()) {
            assertThat(one(connection, "show server_version")).startsWith("18");
            assertThat(one(connection, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    @Test
    void redis_answers() throws Exception {
        try (var socket = new Socket(services.redis().host(), services.redis().port())) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(5)).asString().isEqualTo("+PONG");
        }
    }

    @Test
    void are_started_once() {
        assertThat(Services.shared()).isSameAs(services);
    }

    @Test
    void are_embedded_unless_something_else_is_chosen() {
        assertThat(Choice.from(Map.of())).isEqualTo(Choice.EMBEDDED);
        assertThat(Choice.from(Map.of("ONDINE_SERVICES", "testcontainers"))).isEqualTo(Choice.TESTCONTAINERS);
    }

    @Test
    void refuse_a_choice_they_do_not_know() {
        assertThatThrownBy(() -> Choice.from(Map.of("ONDINE_SERVICES", "h2"))).hasMessageContaining("h2");
    }

    @Test
    void that_run_elsewhere_must_be_named_completely() {
        assertThatThrownBy(() -> ExternalServices.from(Map.of("ONDINE_DATABASE_URL", "jdbc:postgresql:x")))
                .hasMessageContaining("ONDINE_DATABASE_OWNERUSERNAME");
    }

    private Connection owner() throws SQLException {
        var database = services.database();
        return DriverManager.getConnection(database.url(), database.ownerUsername(), database.ownerPassword());
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
