package fr.ondine.platform.kernel;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows in the text format of PostgreSQL's COPY. */
public final class CopyText {

    private StringBuilder rows;

    public CopyText(int capacity) {
        this.rows = new StringBuilder(capacity);
    }

    /** One row; what is null is null there too. */
    public CopyText row(@Nullable Object... values) {
        for (var at = 0; at < values.length; at++) {
            if (at > 0) {
                rows.append('\t');
            }
            append(values[at]);
        }
        rows.append('\n');
        return this;
    }

    /** The same of a row that begins with a number. */
    public CopyText row(long first, @Nullable String[] others) {
        rows.append(first);
        for (var other : others) {
            rows.append('\t');
            append((Object) other);
        }
        rows.append('\n');
        return this;
    }

    public int length() {
        return rows.length();
    }

    /** The rows so far, which are forgotten. */
    public byte[] take() {
        var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        rows.setLength(0);
        return bytes;
    }

    /** Sends them with the identifiers that were only stood for. */
    public void into(String table, LateIds.Given ids, Connection connection) throws SQLException {
        rows = ids.in(rows);
        into(table, connection);
    }

    /** Sends them to {@code table (columns)}, in the transaction of the connection. */
    public void into(String table, Connection connection) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
        var bytes = take();
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            rows.append("\\N");
        } else if (value instanceof String text) {
            append(text);
        } else {
            rows.append(value);
        }
    }

    private void append(String value) {
        for (int i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
    }
}
