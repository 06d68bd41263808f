package fr.ondine.platform.fleet;

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
        /** Nobody's: a text that is only as secret as the database, but that lets others guess what it was made of. */
        NONE
    }

    /** All of them; a test compares the list with the schema. */
    static final List<SealedColumn> ALL = List.of(
            new SealedColumn("agreement", "claim_key", Kind.VAULT, "claim_key_mac", "claim-key"),
            new SealedColumn("mandate", "iban", Kind.VAULT, "iban_mac", "iban"),
            new SealedColumn("user_account", "password_hash", Kind.NONE, null, ""));

    static List<SealedColumn> of(String table) {
        return ALL.stream().filter(column -> column.table().equals(table)).toList();
    }

    String place() {
        return table + "." + name;
    }
}
