package fr.ondine.ui;

import static fr.ondine.testing.Utilities.ILEO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.Registration;
import fr.ondine.testing.Utilities;
import fr.ondine.testing.services.Services;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What customer service types, what that prints and how it ends. */
class ClaimCommandTests {

    static final String SLUG = "claim_command";
    static final UUID CLAIM = UUID.fromString("0199aaaa-0000-4000-8000-000000000001");

    static JdbcClient database;

    @BeforeAll
    static void a_utility_with_one_claim_that_waits() {
        var server = Services.shared().database();
        var owner = new DriverManagerDataSource(server.url(), server.ownerUsername(), server.ownerPassword());
        var ondine = new OndineDatabase(owner);
        ondine.bootstrap(server.appPassword());
        var yaml = Utilities.like(ILEO, SLUG);
        ondine.register(new Registration(SLUG, "Ileo", yaml, List.of("claim-command.localhost"), "test", ""));
        ondine.provision(SLUG);
        database = JdbcClient.create(owner);
        var id = UUID.randomUUID();
        insert("premise (id, reference, street, postcode, city) values (?, 'P', '1 rue', '59000', 'LILLE')", id);
        insert("service_point (id, reference, premise_id, service) values (?, 'S', ?, 'WATER')", id, id);
        insert("customer (id, reference, kind, last_name) values (?, 'C', 'PERSON', 'Leroy')", id);
        insert(
                "agreement (id, number, customer_id, service_point_id, service, payment_method, started_on)"
                        + " values (?, '2400123456', ?, ?, 'WATER', 'ON_INVOICE', '2024-01-01')",
                id,
                id,
                id);
        insert("user_account (id, email, state, created_at) values (?, 'anne@exemple.fr', 'ACTIVE', now())", id);
        insert(
                "pending_claim (id, user_id, agreement_id, state, proof, created_at)"
                        + " values (?, ?, ?, 'AWAITING_STAFF', 'METER_NUMBER', now())",
                CLAIM,
                id,
                id);
    }

    @Test
    void lists_what_waits_and_approves_it_once() {
        assertThat(run("claims", "--tenant", SLUG, "list").printed())
                .contains(CLAIM.toString(), "Leroy", "anne@exemple.fr", "METER_NUMBER");
        assertThat(run("claims", "--tenant", SLUG, "approve", CLAIM.toString(), "--by", "Claire")
                        .status())
                .isZero();
        assertThat(run("claims", "--tenant", SLUG, "approve", CLAIM.toString(), "--by", "Claire")
                        .status())
                .isOne();
        assertThat(database.sql("select count(*) from t_claim_command.customer_link")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(run("claims", "--tenant", SLUG, "list").printed()).doesNotContain(CLAIM.toString());
    }

    @Tag("long")
    @Test
    void invites_by_the_number_as_it_is_printed_and_refuses_one_that_is_not_there() {
        assertThat(run(
                                "invite",
                                "--tenant",
                                SLUG,
                                "--agreement",
                                "24 001 234 56",
                                "--email",
                                "b@exemple.fr",
                                "--by",
                                "C")
                        .printed())
                .contains("MAILED");
        assertThat(run(
                                "invite",
                                "--tenant",
                                SLUG,
                                "--agreement",
                                "24 999 999 99",
                                "--email",
                                "b@exemple.fr",
                                "--by",
                                "C")
                        .status())
                .isOne();
    }

    @Test
    void says_how_it_is_used_when_it_is_not() {
        assertThat(ClaimCommand.run("claims", "--tenant", SLUG)).isEqualTo(2);
        assertThat(ClaimCommand.run("claims", "--tenant", SLUG, "approve", "1", "--by", "Claire"))
                .isEqualTo(2);
        assertThat(ClaimCommand.run("claims", "--tenant", SLUG, "approve", CLAIM.toString()))
                .isEqualTo(2);
    }

    /** Where this utility is already: another one, and another start of the platform, would cost seconds. */
    @Test
    void its_audit_trail_is_whole_until_somebody_touches_it() {
        assertThat(run("audit", "verify", "--tenant", SLUG)).satisfies(whole -> {
            assertThat(whole.status()).isZero();
            assertThat(whole.printed()).contains("witnesses: 0 compared", "whole: ", "head: ");
        });
        insert("audit_entry (id, occurred_at, actor, action, subject) values (?, now(), 'x', 'y', 'z')", CLAIM);
        assertThat(run("audit", "verify", "--tenant", SLUG).status()).isOne();
        database.sql("alter table t_claim_command.audit_entry disable trigger user")
                .update();
        database.sql("delete from t_claim_command.audit_entry where actor = 'x'")
                .update();
        database.sql("alter table t_claim_command.audit_entry enable trigger user")
                .update();
        database.sql("update platform.audit_witness set mac = 'x', taken_at = '2026-03-08T12:00:00Z' where slug = ?")
                .param(SLUG)
                .update();
        assertThat(run("audit", "verify", "--tenant", SLUG)).satisfies(spoiled -> {
            assertThat(spoiled.status()).isOne();
            assertThat(spoiled.told()).contains("the witness of 2026-03-08", "is not ours");
            assertThat(spoiled.printed()).contains("witnesses: 0 compared").doesNotContain("whole: ");
        });
        assertThat(AuditCommand.run(Map.of(), "audit", "verify")).isEqualTo(2);
        assertThat(AuditCommand.run(Map.of(), "audit", "sing", "--tenant", SLUG))
                .isEqualTo(2);
    }

    private record Ending(int status, String printed, String told) {}

    private static Ending run(String... arguments) {
        var properties = new HashMap<String, Object>(Services.shared().properties());
        properties.putAll(Map.of(
                "ondine.vault.key", "b25kaW5lLXRlc3RzLW9uZGluZS10ZXN0cy1vbmRpbmU=",
                "ondine.documents.directory", "target/documents"));
        var printed = new ByteArrayOutputStream();
        var told = new ByteArrayOutputStream();
        var before = System.out;
        var beforeTold = System.err;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            var status = arguments[0].equals(AuditCommand.NAME)
                    ? AuditCommand.run(properties, arguments)
                    : ClaimCommand.run(properties, arguments);
            return new Ending(status, printed.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
            System.setErr(beforeTold);
        }
    }

    private static void insert(String row, Object... values) {
        database.sql("insert into t_claim_command." + row).params(values).update();
    }
}
