package fr.ondine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.testing.services.Services;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The command that lets the first operator in. */
class OperatorCommandTests {

    private final String email = "c" + UUID.randomUUID().toString().substring(0, 8) + "@exploitant.fr";

    @Test
    void invites_and_leaves_the_mail_to_who_serves() throws SQLException {
        assertThat(run("invite", "--email", email, "--name", "Anne Martin", "--permission", "administer"))
                .isZero();

        // whoever serves may have taken the mail's job already
        assertThat(count("select count(*) from platform.operator_account where email = '" + email
                        + "' and permission = 'ADMINISTER'"))
                .isOne();
        assertThat(run("invite", "--email", email, "--name", "Anne Martin", "--permission", "administer"))
                .as("again, for who lost the way")
                .isZero();
    }

    @Tag("long")
    @Test
    void refuses_what_is_no_address_or_no_permission() {
        assertThat(run("invite", "--email", "anne", "--name", "Anne", "--permission", "view"))
                .isEqualTo(1);
        assertThat(run("invite", "--email", email, "--name", " ", "--permission", "view"))
                .isEqualTo(1);
        assertThat(run("invite", "--email", email, "--name", "Anne", "--permission", "all"))
                .isEqualTo(2);
        assertThat(run("invite", "--email", email)).isEqualTo(2);
    }

    private static int run(String... words) {
        var arguments = new String[words.length + 1];
        arguments[0] = OperatorCommand.NAME;
        System.arraycopy(words, 0, arguments, 1, words.length);
        var properties = new HashMap<String, Object>(Services.shared().properties());
        properties.putAll(Map.of(
                "ondine.vault.key", "b25kaW5lLXRlc3RzLW9uZGluZS10ZXN0cy1vbmRpbmU=",
                "ondine.documents.directory", "target/documents"));
        return OperatorCommand.run(properties, arguments);
    }

    private static long count(String sql) throws SQLException {
        var database = Services.shared().database();
        try (var connection = DriverManager.getConnection(
                        database.url(), database.ownerUsername(), database.ownerPassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
