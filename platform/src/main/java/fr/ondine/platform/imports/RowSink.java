package fr.ondine.platform.imports;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Sends rows to a temporary table by PostgreSQL's COPY, a block at a time, and rests after each. */
final class RowSink implements AutoCloseable {

    private static final int BLOCK = 1 << 16;
    private static final int SMALL_BLOCK = 1 << 14; // what a neighbour does not notice

    private final CopyIn copy;
    private final int rest;
    private final StringBuilder block = new StringBuilder(BLOCK + 4_096);
    private long begun = System.nanoTime();

    private RowSink(CopyIn copy, int rest) {
        this.copy = copy;
        this.rest = rest;
    }

    /** Rests {@code rest} times as long as it took to read and send a block. */
    static RowSink into(Sheet sheet, Connection connection, int rest) throws SQLException {
        return new RowSink(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sheet.copy()), rest);
    }

    void row(long line, @Nullable String[] values) throws SQLException {
        block.append(line);
        for (var value : values) {
            block.append('\t');
            append(value);
        }
        block.append('\n');
        if (block.length() >= (rest == 0 ? BLOCK : SMALL_BLOCK)) {
            send();
        }
    }

    private void append(@Nullable String value) {
        if (value == null) {
            block.append("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '\\' -> block.append("\\\\");
                case '\t' -> block.append("\\t");
                case '\n' -> block.append("\\n");
                case '\r' -> block.append("\\r");
                default -> block.append(c);
            }
        }
    }

    private void send() throws SQLException {
        var bytes = block.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        block.setLength(0);
        LockSupport.parkNanos(rest * (System.nanoTime() - begun));
        begun = System.nanoTime();
    }

    /** The number of rows that arrived. */
    long finish() throws SQLException {
        send();
        return copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
