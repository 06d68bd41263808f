package fr.ondine.platform.fleet;

import fr.ondine.migrations.SchemaArrival;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The rows of an entry in COPY's text form, one a line: a line feed inside a value is written otherwise. */
record CopiedRows(InputStream in) implements SchemaArrival.Rows {

    @Override
    public byte @Nullable [] next() throws IOException {
        var line = new ByteArrayOutputStream(256);
        for (var next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                return line.toByteArray();
            }
        }
        if (line.size() > 0) {
            throw new EOFException("a row without an end");
        }
        return null;
    }
}
