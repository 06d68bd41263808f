package fr.ondine.platform.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what comes out of the zip rather than trust the sizes that it declares. */
final class BoundedStream extends FilterInputStream {

    private static final long ALWAYS_FINE = 1 << 20;

    private final long largest;
    private final long plausible;
    private long read;

    BoundedStream(InputStream in, long largest, long plausible) {
        super(in);
        this.largest = largest;
        this.plausible = Math.max(plausible, ALWAYS_FINE);
    }

    @Override
    public int read() throws IOException {
        var next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = super.read(buffer, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > largest) {
            throw new Refused("too-large", largest >> 20);
        }
        if (read > plausible) {
            throw new Refused("bomb");
        }
    }
}
