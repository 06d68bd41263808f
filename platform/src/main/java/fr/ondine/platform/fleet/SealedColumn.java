package fr.ondine.platform.fleet;

import fr.ondine.migrations.TenantTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column that nobody may read in an export who has not its passphrase.
 *
 * @param kind who can read it where it is at home
 * @param mac the column beside it that holds the vault's digest of the same secret, if any
 * @param purpose what that digest is made for
 */
record SealedColumn(
        String table, String name, Kind kind, @Nullable String mac, String purpose) {

    /** Whose seal is on a column at home. */
    enum Kind {
        /** The vault's: bytes that only this platform can open, and only for this utility. */
        VAULT,
        /** Nobody's: a text only as secret as the database, from which a password can be guessed or a link be taken. */
        NONE
    }

    /** All of them; a test compares the list with the schema. */
    static final List<SealedColumn> ALL = List.of(
            new SealedColumn("agreement", "claim_key", Kind.VAULT, "claim_key_mac", "claim-key"),
            new SealedColumn("former_claim_key", "claim_key", Kind.VAULT, "claim_key_mac", "claim-key"),
            new SealedColumn("mandate", "iban", Kind.VAULT, "iban_mac", "iban"),
            new SealedColumn("mail", "html", Kind.NONE, null, ""),
            new SealedColumn("mail", "plain", Kind.NONE, null, ""),
            new SealedColumn("provider_client", "secret_hash", Kind.NONE, null, ""),
            new SealedColumn("provider_key", "private_key", Kind.VAULT, null, ""),
            new SealedColumn("staff_member", "password_hash", Kind.NONE, null, ""),
            new SealedColumn("staff_member", "totp_secret", Kind.VAULT, null, ""),
            new SealedColumn("user_account", "password_hash", Kind.NONE, null, ""));

    /** Those that a table has in its state, which may be one of the past. */
    static List<SealedColumn> of(TenantTable table) {
        return ALL.stream()
                .filter(column -> column.table().equals(table.name()))
                .filter(column -> table.columns().contains(column.name()))
                .map(column -> column.mac() == null || table.columns().contains(column.mac()) ? column : column.alone())
                .toList();
    }

    private SealedColumn alone() {
        return new SealedColumn(table, name, kind, null, purpose);
    }

    String place() {
        return table + "." + name;
    }
}
