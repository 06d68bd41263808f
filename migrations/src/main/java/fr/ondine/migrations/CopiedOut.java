package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Rows on their way out of a database; the connection can do nothing else before they are all out or this is closed. */
record CopiedOut(CopyOut copy) implements SchemaArrival.Rows, AutoCloseable {

    static CopiedOut of(String sql, Connection connection) {
        try {
            return new CopiedOut(
                    connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql));
        } catch (SQLException e) {
            throw new MigrationFailed("rows cannot be read", e);
        }
    }

    @Override
    public byte @Nullable [] next() {
        try {
            return copy.readFromCopy();
        } catch (SQLException e) {
            throw new MigrationFailed("rows cannot be read", e);
        }
    }

    /** Reads what nobody wants any more: to cancel would hit whatever the connection does next, for whoever has it then. */
    @Override
    public void close() {
        while (copy.isActive()) {
            next();
        }
    }
}
