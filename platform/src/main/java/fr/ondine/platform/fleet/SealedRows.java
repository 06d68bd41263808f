package fr.ondine.platform.fleet;

import fr.ondine.migrations.TenantTable;
import fr.ondine.platform.fleet.SealedColumn.Kind;
import fr.ondine.platform.tenancy.Vault;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Takes the secrets in a table's rows, as COPY writes them, from their seal at home to an export's, or back. */
final class SealedRows {

    private static final String NULL = "\\N";
    private static final String BYTES = "\\\\x";
    /** Stands in an export for a digest that only the vault that takes the secret in can make. */
    private static final String DIGEST_WANTED = "wanted";

    private final TenantTable table;
    private final List<SealedColumn> columns;
    private final Vault vault;
    private final ExportKey key;

    SealedRows(TenantTable table, Vault vault, ExportKey key) {
        this.table = table;
        this.columns = SealedColumn.of(table);
        this.vault = vault;
        this.key = key;
    }

    /** The row as it goes into an export. */
    byte[] leaving(byte[] line) {
        return changed(line, (fields, column) -> {
            var field = fields[at(column.name())];
            var secret = column.kind() == Kind.VAULT ? vault.decrypt(bytes(field)) : field;
            fields[at(column.name())] = text(key.seal(secret, column.place()));
            if (column.mac() != null && !fields[at(column.mac())].equals(NULL)) {
                fields[at(column.mac())] = DIGEST_WANTED;
            }
        });
    }

    /** The row as it comes into the bound utility's schema. */
    byte[] arriving(byte[] line) {
        return changed(line, (fields, column) -> {
            var secret = opened(fields[at(column.name())], column);
            fields[at(column.name())] = column.kind() == Kind.VAULT ? text(vault.encrypt(secret)) : secret;
            if (column.mac() != null && !fields[at(column.mac())].equals(NULL)) {
                fields[at(column.mac())] = vault.mac(column.purpose(), secret);
            }
        });
    }

    private String opened(String field, SealedColumn column) {
        try {
            return key.open(bytes(field), column.place());
        } catch (IllegalArgumentException | IndexOutOfBoundsException notSealed) {
            throw new TransferRefused("altered", column.place());
        }
    }

    private interface Change {
        void make(String[] fields, SealedColumn column);
    }

    private byte[] changed(byte[] line, Change change) {
        if (columns.isEmpty()) {
            return line;
        }
        // one character a byte: what is not ours stays as it is, whatever it means
        var text = new String(line, 0, line.length - 1, StandardCharsets.ISO_8859_1);
        var fields = text.split("\t", -1);
        if (fields.length != table.columns().size()) {
            throw new TransferRefused("altered", table.name());
        }
        for (var column : columns) {
            if (!fields[at(column.name())].equals(NULL)) {
                change.make(fields, column);
            } else if (column.mac() != null && !fields[at(column.mac())].equals(NULL)) {
                throw new TransferRefused("digest-alone", column.place());
            }
        }
        return (String.join("\t", fields) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private int at(String column) {
        return table.columns().indexOf(column);
    }

    private static byte[] bytes(String field) {
        return HexFormat.of().parseHex(field.substring(BYTES.length()));
    }

    private static String text(byte[] bytes) {
        return BYTES + HexFormat.of().formatHex(bytes);
    }
}
