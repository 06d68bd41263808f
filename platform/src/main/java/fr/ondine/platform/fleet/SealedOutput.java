package fr.ondine.platform.fleet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Seals a long content under an export's key in constant memory, chunk by chunk. Each chunk knows where it belongs, its
 * number and whether it is the last: none can be left out, moved or taken from elsewhere. Closing it writes the last one.
 */
final class SealedOutput extends OutputStream {

    static final int CHUNK_BYTES = 1 << 16;

    private final OutputStream out;
    private final ExportKey key;
    private final String place;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int filled;
    private long number;

    SealedOutput(OutputStream out, ExportKey key, String place) {
        this.out = out;
        this.key = key;
        this.place = place;
    }

    /** What a chunk is bound to. */
    static String place(String whole, long number, boolean isLast) {
        return whole + "#" + number + (isLast ? " last" : "");
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (var done = 0; done < length; ) {
            if (filled == CHUNK_BYTES) {
                end(false);
            }
            var part = Math.min(length - done, CHUNK_BYTES - filled);
            System.arraycopy(bytes, offset + done, chunk, filled, part);
            filled += part;
            done += part;
        }
    }

    private void end(boolean isLast) throws IOException {
        out.write(key.seal(Arrays.copyOf(chunk, filled), place(place, number++, isLast)));
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        end(true);
    }
}
