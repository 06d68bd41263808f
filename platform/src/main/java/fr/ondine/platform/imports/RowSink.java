package fr.ondine.platform.imports;

import fr.ondine.platform.kernel.CopyText;
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
    private final CopyText block = new CopyText(BLOCK + 4_096);
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
        block.row(line, values);
        if (block.length() >= (rest == 0 ? BLOCK : SMALL_BLOCK)) {
            send();
        }
    }

    private void send() throws SQLException {
        var bytes = block.take();
        copy.writeToCopy(bytes, 0, bytes.length);
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
