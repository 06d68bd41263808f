package fr.ondine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.testing.services.Services;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
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

    @Test
    void tells_what_was_done_by_whom_and_when_and_whether_it_is_what_was_written() {
        var by = "b" + UUID.randomUUID();
        assertThat(run("invite", "--email", email, "--name", "Anne", "--permission", "view", "--by", by))
                .isZero();

        assertThat(said("acts", "--by", by.toUpperCase()))
                .singleElement()
                .asString()
                .contains("\"actor\":\"operator:" + by + "\"", "\"action\":\"operator invited\"", email + " VIEW");
        assertThat(said("acts", "--by", by, "--to", "2020-01-01")).isEmpty();
        assertThat(said("acts", "--by", by, "--from", "2020-01-01")).hasSize(1);
        assertThat(said("acts", "--by", by, "--utility", "siegvo")).isEmpty();
        assertThat(run("acts", "--from", "yesterday")).isEqualTo(2);
        assertThat(AuditCommand.run(properties(), "audit", "verify", "--operators"))
                .isZero();
        assertThat(AuditCommand.run(properties(), "audit", "verify", "--operators", "x"))
                .isEqualTo(2);
    }

    private static List<String> said(String... words) {
        var before = System.out;
        var all = new ByteArrayOutputStream();
        System.setOut(new PrintStream(all, true, StandardCharsets.UTF_8));
        try {
            assertThat(run(words)).isZero();
        } finally {
            System.setOut(before);
        }
        return all.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("{"))
                .toList();
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
        return OperatorCommand.run(properties(), arguments);
    }

    private static Map<String, Object> properties() {
        var properties = new HashMap<String, Object>(Services.shared().properties());
        properties.putAll(Map.of(
                "ondine.vault.key", "b25kaW5lLXRlc3RzLW9uZGluZS10ZXN0cy1vbmRpbmU=",
                "ondine.documents.directory", "target/documents"));
        return properties;
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
