package fr.ondine.platform.personaldata;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import fr.ondine.testing.StatementCount;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
class PersonalDataTests {

    /** Tables of which a person is told nothing, for they hold nothing of theirs, or only what is a secret or another's work. */
    private static final Set<String> NOTHING_OF_A_PERSON = Set.of(
            // secrets, and what stands beside them
            "email_token",
            "remember_me_token",
            "former_claim_key",
            "provider_access",
            "provider_refresh",
            "old_login_agreement",
            "old_login_request",
            // of somebody who has no account yet
            "awaited_identity",
            "passkey_holder",
            "staff_identity",
            "staff_passkey",
            "staff_passkey_holder",
            // digests of what is given
            "audit_chain",
            "audit_link",
            // the utility's people and its own work
            "staff_member",
            "staff_recovery_code",
            "import_run",
            "published_file",
            "provider_key",
            "provider_request",
            "retention_report",
            "tariff",
            "tariff_version",
            "tariff_charge",
            "tariff_price",
            "levy_rate",
            "rating_rules",
            "invoice_series",
            "billing_run",
            "billing_chunk",
            "billing_draft",
            "billing_parked",
            "billing_seen",
            "reminder_batch",
            "invoice_to_announce",
            "due_soon_round",
            "webhook_event",
            // the same again as a booking, a line or a paper of what is given
            "ledger_entry",
            "posting",
            "document",
            "invoice_paper",
            "invoice_facts",
            "paper_facts",
            "invoice_meter",
            "agreement_tariff",
            "leak_event",
            "leak_credit",
            "leak_mail",
            "leak_step",
            "leak_merged",
            "reminder_debt",
            "reminder_apology",
            "registered_notice",
            "late_charge",
            "plan_refund",
            "reading_doubt",
            // what staff notes for the protection of somebody, or about a mailbox that does not answer
            "customer_protection",
            "bounced_address",
            "databasechangelog",
            "databasechangeloglock");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    PersonalData data;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementCount statements;

    @Test
    void a_person_gets_what_is_theirs_and_nothing_of_who_lived_there_before() {
        var agreement = in(rows -> rows.agreement());
        var user = subscriber(agreement);
        var meter = in(rows -> rows.meter(agreement));
        in(rows -> rows.invoice(agreement, euros("100.00"), euros("5.50")));
        reading(meter, "2019-06-01", 111);
        reading(meter, "2021-06-01", 222_000);
        var other = in(rows -> rows.agreement());
        var neighbour = subscriber(other);
        in(rows -> rows.invoice(other, euros("77.00"), euros("5.50")));

        var files = file(user);

        assertThat(files.keySet()).contains("LISEZ-MOI.txt", "donnees.json").anyMatch(name -> name.endsWith(".pdf"));
        assertThat(new String(files.get("LISEZ-MOI.txt"), StandardCharsets.UTF_8))
                .contains("SIEGVO")
                .doesNotContain("{", "''");
        var known = json(files);
        assertThat(known.get("account").get(0).get("email").asString()).contains(user.toString());
        assertThat(known.get("agreements")).hasSize(1);
        assertThat(known.get("readings")).hasSize(1);
        assertThat(known.get("readings").get(0).get("litres").asLong()).isEqualTo(222_000);
        assertThat(known.get("invoices")).hasSize(1);
        assertThat(known.get("invoices").get(0).get("total_amount").decimalValue())
                .isEqualByComparingTo("105.50");
        assertThat(known.toString())
                .doesNotContain(neighbour.toString(), other.value().toString(), "password_hash", "claim_key");
    }

    /** A craftsman's numbers are a person's; and as whom a holder buys says something of them too. */
    @Test
    void who_buys_for_a_trade_gets_the_numbers_that_their_invoices_bear() {
        var agreement = in(rows -> rows.agreement());
        var user = subscriber(agreement);
        var household = json(file(user)).get("agreements").get(0);
        in(rows -> database.sql("update customer set buyer_kind = 'PUBLIC_BODY', siren = '215799990',"
                        + " siret = '21579999000019', vat_number = 'FR38215799990', service_code = 'EAU-2',"
                        + " commitment = '2026-000117' where id = (select customer_id from agreement where id = ?)")
                .param(agreement.value())
                .update());

        var known = json(file(user)).get("agreements").get(0);

        assertThat(Stream.of("buyer_kind", "siren", "siret", "vat_number", "service_code", "commitment")
                        .map(name -> known.get(name).asString()))
                .containsExactly("PUBLIC_BODY", "215799990", "21579999000019", "FR38215799990", "EAU-2", "2026-000117");
        assertThat(Stream.of("buyer_kind", "siren", "siret", "vat_number", "service_code", "commitment"))
                .allMatch(name -> household.get(name).isNull());
    }

    /** What is written down of a holder is given, whoever adds to it. */
    @Test
    void each_thing_that_is_known_of_a_holder_is_given() {
        var agreement = in(rows -> rows.agreement());
        var given = json(file(subscriber(agreement))).get("agreements").get(0);
        var columns = in(rows -> database.sql("select column_name from information_schema.columns"
                        + " where table_schema = current_schema() and table_name = 'customer' and column_name <> 'id'")
                .query(String.class)
                .list());

        assertThat(columns)
                .contains("last_name", "siret")
                .allMatch(column -> given.has(column) || given.has("holder_" + column));
    }

    @Test
    void what_a_person_did_is_theirs_whatever_it_was_done_to() {
        var agreement = in(rows -> rows.agreement());
        var user = subscriber(agreement);
        var neighbour = subscriber(in(rows -> rows.agreement()));
        noted("user:" + user.value(), "agreement.linked", "agreement:" + agreement.value());
        noted("staff:" + UUID.randomUUID(), "sessions.ended", "user:" + user.value());
        noted("user:" + neighbour.value(), "claim.proven", "agreement:" + agreement.value());

        assertThat(json(file(user))
                        .get("activity")
                        .valueStream()
                        .map(entry -> entry.get("action").asString()))
                .containsExactlyInAnyOrder("agreement.linked", "sessions.ended");
    }

    @Test
    void who_came_over_and_lets_a_program_know_them_reads_of_both() {
        var user = subscriber(in(rows -> rows.agreement()));
        var neighbour = subscriber(in(rows -> rows.agreement()));
        var number = UUID.randomUUID().toString();
        in(rows -> {
            database.sql("insert into old_login (id, number, imported_at, user_id, came_over_at)"
                            + " values (?, ?, now(), ?, now())")
                    .params(UUID.randomUUID(), number, user.value())
                    .update();
            var program = UUID.randomUUID();
            database.sql("insert into provider_client (id, client_id, name, kind, secret_hash, redirect_uris, scopes,"
                            + " created_at, created_by) values (?, ?, 'Autour de l''eau', 'APPLICATION', 'x', '{}',"
                            + " '{openid}', now(), 'test')")
                    .params(program, program.toString())
                    .update();
            return database.sql("insert into provider_authorization (id, client_id, user_id, security_version,"
                            + " grant_type, requested_scopes, scopes, created_at, ends_at, code_used_at)"
                            + " select gen_random_uuid(), :program, of, 0, 'authorization_code', '{openid}', '{openid}',"
                            + " now(), now() + interval '1 day', used"
                            + " from (values (cast(:user as uuid), now()), (:neighbour, null)) as v (of, used)")
                    .param("program", program)
                    .param("user", user.value())
                    .param("neighbour", neighbour.value())
                    .update();
        });

        var known = json(file(user));
        assertThat(known.get("former_logins").get(0).get("number").asString()).isEqualTo(number);
        assertThat(known.get("programs_agreed_to")).hasSize(1);
        assertThat(known.get("programs_agreed_to").get(0).get("scopes").toString())
                .isEqualTo("[\"openid\"]");
        var others = json(file(neighbour));
        assertThat(others.get("former_logins")).isEmpty();
        assertThat(others.get("programs_agreed_to"))
                .as("asked for, and never begun")
                .isEmpty();
    }

    /** They sent it, or it was read at their place: that somebody found it wrong makes it no less a thing known of them. */
    @Test
    void
            what_they_sent_and_staff_corrected_or_set_aside_is_given_with_why_and_nothing_of_who_lived_there_before_or_since() {
        var agreement = in(rows -> rows.agreement());
        var user = subscriber(agreement);
        var meter = in(rows -> rows.meter(agreement));
        withdrawn(meter, user, "2019-06-01", 111, "d'avant eux");
        withdrawn(meter, user, "2021-06-01", 222_000, "chiffres inversés");
        withdrawn(meter, null, "2022-06-01", 333_000, "mauvais compteur");
        withdrawn(meter, null, "2024-06-01", 555_000, "après eux");
        in(rows -> database.sql("update agreement set ended_on = date '2023-12-31' where id = ?")
                .param(agreement.value())
                .update());
        in(rows -> database.sql("with stands as (insert into reading (id, meter_id, read_on, register_value, source,"
                        + " quality, recorded_at) values (gen_random_uuid(), :meter, date '2021-06-01', 202000,"
                        + " 'AGENT', 'ACTUAL', now()) returning id) update withdrawn_reading set replaced_by ="
                        + " (select id from stands) where meter_id = :meter and register_value = 222000")
                .param("meter", meter)
                .update());
        var elsewhere = in(rows -> rows.agreement());
        var neighbours = in(rows -> rows.meter(elsewhere));
        withdrawn(neighbours, subscriber(elsewhere), "2021-06-01", 444_000, "à côté");

        var given = json(file(user)).get("withdrawn_readings");

        assertThat(given.valueStream().map(one -> one.get("reason").asString()))
                .containsExactlyInAnyOrder("chiffres inversés", "mauvais compteur");
        assertThat(given).anySatisfy(sent -> {
            assertThat(sent.get("litres").asLong()).isEqualTo(222_000);
            assertThat(sent.get("sent_by_you").asBoolean()).isTrue();
            assertThat(sent.get("replaced_by_litres").asLong()).isEqualTo(202_000);
            assertThat(sent.get("withdrawn_by").asString()).isEqualTo("staff");
        });
        assertThat(given.toString()).doesNotContain("anne@");
    }

    private void withdrawn(UUID meter, @Nullable UserId by, String day, long litres, String reason) {
        in(rows -> database.sql("insert into withdrawn_reading (reading_id, meter_id, read_on, register_value, source,"
                        + " quality, submitted_by, recorded_at, withdrawn_at, withdrawn_by, reason)"
                        + " values (gen_random_uuid(), :meter, cast(:day as date), :litres, 'SUBSCRIBER', 'ACTUAL',"
                        + " :by, now(), now(), 'staff:anne@exemple.fr', :reason)")
                .param("meter", meter)
                .param("day", day)
                .param("litres", litres)
                .param("by", by == null ? null : by.value())
                .param("reason", reason)
                .update());
    }

    private void noted(String actor, String action, String subject) {
        in(rows -> database.sql("insert into audit_entry (id, occurred_at, actor, action, subject, detail)"
                        + " values (?, now(), ?, ?, ?, '')")
                .params(UUID.randomUUID(), actor, action, subject)
                .update());
    }

    @Test
    void who_was_there_before_does_not_read_on_after_the_move() {
        var agreement = in(rows -> rows.agreement());
        var user = subscriber(agreement);
        var meter = in(rows -> rows.meter(agreement));
        reading(meter, "2021-06-01", 222_000);
        reading(meter, "2022-06-01", 333_000);
        in(rows -> database.sql("update agreement set ended_on = date '2021-12-31' where id = ?")
                .param(agreement.value())
                .update());

        assertThat(json(file(user)).get("readings")).hasSize(1);
    }

    @Test
    void whoever_is_known_elsewhere_only_gets_nothing_here() {
        var user = subscriber(in(rows -> rows.agreement()));

        var known = TenantContext.callAs(MALESHERBOIS, () -> json(written(user)));

        assertThat(known).allMatch(JsonNode::isEmpty);
    }

    @Test
    void a_long_life_costs_no_more_questions_than_a_short_one() {
        var agreement = in(rows -> rows.agreement());
        var user = subscriber(agreement);
        var meter = in(rows -> rows.meter(agreement));
        reading(meter, "2021-06-01", 1);
        var few = questions(user);
        for (int day = 1; day <= 28; day++) {
            reading(meter, "2022-02-%02d".formatted(day), day);
        }
        assertThat(questions(user)).isEqualTo(few);
    }

    /** A table that is new is either given to the person or has its reason here. */
    @Test
    void each_table_is_given_or_has_a_reason_not_to_be() {
        var read = KnownTables.ALL.stream().map(KnownTable::sql).reduce("", String::concat);
        var tables = in(rows -> database.sql(
                        "select table_name from information_schema.tables" + " where table_schema = current_schema()")
                .query(String.class)
                .list());
        assertThat(tables)
                .isNotEmpty()
                .allMatch(table -> NOTHING_OF_A_PERSON.contains(table)
                        != Pattern.compile("\\b(from|join) " + table + "\\b")
                                .matcher(read)
                                .find());
    }

    private UserId subscriber(AgreementId agreement) {
        return in(rows -> {
            var user = rows.user();
            rows.link(user, agreement);
            return user;
        });
    }

    private void reading(UUID meter, String day, long litres) {
        in(rows -> database.sql(
                        "insert into reading (id, meter_id, read_on, register_value, source, quality, recorded_at)"
                                + " values (?, ?, cast(? as date), ?, 'AGENT', 'ACTUAL', now())")
                .params(UUID.randomUUID(), meter, day, litres)
                .update());
    }

    private int questions(UserId user) {
        return TenantContext.callAs(SIEGVO, () -> statements.of(() -> written(user)));
    }

    private Map<String, byte[]> file(UserId user) {
        return TenantContext.callAs(SIEGVO, () -> written(user));
    }

    private Map<String, byte[]> written(UserId user) {
        var out = new ByteArrayOutputStream();
        var files = new LinkedHashMap<String, byte[]>();
        try {
            data.write(user, out);
            var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()));
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return files;
    }

    private static JsonNode json(Map<String, byte[]> files) {
        return JSON.readTree(files.get("donnees.json"));
    }

    private <T> T in(Function<Rows, T> work) {
        Supplier<T> here = () -> transaction.execute(status -> work.apply(new Rows(database)));
        return TenantContext.callAs(SIEGVO, here::get);
    }
}
