package fr.ondine.platform.fleet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import fr.ondine.migrations.TenantTable;
import fr.ondine.platform.tenancy.Vault;
import fr.ondine.testing.Code;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.services.Services;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What only the vault can open is known by name: whoever adds some must say so, or a utility could not leave whole. */
@PlatformTest
class SealedColumnTests {

    /** Digests and the like, which mean the same on every platform, and texts in which nothing stands that opens something. */
    private static final Set<String> OPEN = Set.of(
            "audit_chain.earlier_digest", // of what everybody who administers may read
            "audit_chain.first_hash",
            "audit_chain.last_hash",
            "audit_link.detail_digest",
            "audit_link.hash",
            "audit_link.salt", // of a detail that lies beside it
            "delegation.invitation", // a digest of 256 random bits
            "document.sha256",
            "email_token.hash",
            "email_token.payload", // an address
            "known_browser.mark", // the same
            "old_login_request.link", // a digest of 256 random bits
            "mail.refusal_token", // a digest of 256 random bits
            "payment.checkout_url", // of the provider, who closes it within hours
            "reminder_apology.words", // what staff write to its reader
            "passkey.credential", // a public key
            "passkey.credential_id",
            "passkey_holder.handle", // a name for devices, which opens nothing
            "staff_passkey.credential",
            "staff_passkey.credential_id",
            "staff_passkey_holder.handle",
            "remember_me_token.token_hash",
            "remember_me_token.previous_hash",
            "import_run.sha256",
            "invoice.content_hash",
            "pending_claim.confirmation",
            "provider_access.digest", // each of 256 random bits, or of a signed token
            "provider_authorization.code_digest",
            "provider_authorization.consent_digest",
            "provider_refresh.digest",
            "provider_request.body_digest",
            "staff_member.invitation_hash",
            "staff_recovery_code.digest", // of 80 random bits
            "webhook_event.payload"); // what the provider told

    /** Everyone who seals or digests with the vault; the limits' digests are in Redis and stay behind. */
    private static final Set<String> USERS_OF_THE_VAULT = Set.of(
            "fr.ondine.platform.audit.AuditWitnesses",
            "fr.ondine.platform.imports.UtilityFields",
            "fr.ondine.platform.oldaccounts.OldPasswords",
            "fr.ondine.platform.customers.TypedProof",
            "fr.ondine.platform.customers.ClaimKeys",
            "fr.ondine.platform.customers.FreshClaimKeys",
            "fr.ondine.platform.fleet.SealedRow",
            "fr.ondine.platform.fleet.SealedRows",
            "fr.ondine.platform.fleet.SealedSecrets",
            "fr.ondine.platform.provider.SigningKeys",
            "fr.ondine.platform.staff.StaffCodes",
            "fr.ondine.platform.staff.StaffCredentials",
            "fr.ondine.platform.staff.StaffInvitations",
            "fr.ondine.platform.tenancy.RateLimits");

    private static final ExportKey KEY = ExportKey.of(TransferScene.PASSPHRASE, ExportKey.salt());

    @Autowired
    Vault vault;

    @Test
    void every_column_of_bytes_and_every_digest_is_declared_sealed_or_open() throws SQLException {
        var declared = new TreeSet<>(OPEN);
        SealedColumn.ALL.stream()
                .flatMap(column -> Stream.concat(Stream.of(column.place()), digest(column)))
                .forEach(declared::add);

        assertThat(columnsThatMayBeSealed()).isEqualTo(declared);
    }

    @Test
    void a_table_of_the_past_may_lack_what_is_sealed_today() {
        var rows = new SealedRows(new TenantTable("agreement", List.of("id", "number")), vault, KEY);
        var line = "1\tC-1\n".getBytes(StandardCharsets.UTF_8);

        assertThat(rows.arriving(line)).isEqualTo(line);
        assertThat(rows.leaving(line)).isEqualTo(line);
    }

    @Test
    void nobody_else_seals_anything() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Vault.class.getName())
                .and(DescribedPredicate.describe(
                        "are not known to use it", (JavaClass type) -> !USERS_OF_THE_VAULT.contains(type.getName())))
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "the vault seals, opens or digests",
                        call -> call.getTargetOwner().isEquivalentTo(Vault.class)))
                .because("what is sealed must be declared in SealedColumn, then its class here")
                .check(Code.OURS);
    }

    /** None today; the day there is one, its state must be carried along. */
    @Test
    void no_schema_has_a_sequence() throws SQLException {
        assertThat(query("select sequencename from pg_sequences where schemaname = 't_siegvo'"))
                .isEmpty();
    }

    private static Stream<String> digest(SealedColumn column) {
        return Stream.ofNullable(column.mac()).map(mac -> column.table() + "." + mac);
    }

    private static Set<String> columnsThatMayBeSealed() throws SQLException {
        return query("select table_name || '.' || column_name from information_schema.columns"
                + " where table_schema = 't_siegvo' and (data_type = 'bytea' or column_name ~ '_(mac|sealed|hash|secret)$'"
                + " or column_name ~ '(html|plain|body|words|payload|link|url)$')");
    }

    private static Set<String> query(String sql) throws SQLException {
        var database = Services.shared().database();
        try (var connection = DriverManager.getConnection(
                        database.url(), database.ownerUsername(), database.ownerPassword());
                var rows = connection.createStatement().executeQuery(sql)) {
            var found = new TreeSet<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
