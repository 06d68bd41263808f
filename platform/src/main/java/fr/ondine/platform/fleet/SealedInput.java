package fr.ondine.platform.fleet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads what {@link SealedOutput} wrote, all of it or nothing that could be taken for all of it. */
final class SealedInput extends InputStream {

    private static final int SEALED_BYTES = SealedOutput.CHUNK_BYTES + ExportKey.OVERHEAD;

    private final BufferedInputStream in;
    private final ExportKey key;
    private final String place;
    private byte[] chunk = {};
    private int used;
    private long number;
    private boolean ended;

    SealedInput(InputStream in, ExportKey key, String place) {
        this.in = new BufferedInputStream(in);
        this.key = key;
        this.place = place;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (used == chunk.length) {
            if (ended) {
                return -1;
            }
            next();
        }
        var part = Math.min(length, chunk.length - used);
        System.arraycopy(chunk, used, bytes, offset, part);
        used += part;
        return part;
    }

    private void next() throws IOException {
        var sealed = in.readNBytes(SEALED_BYTES);
        ended = isAtEnd();
        try {
            chunk = key.openBytes(sealed, SealedOutput.place(place, number++, ended));
            used = 0;
        } catch (IllegalArgumentException other) {
            throw new TransferRefused("altered", place);
        }
    }

    private boolean isAtEnd() throws IOException {
        in.mark(1);
        var isAtEnd = in.read() < 0;
        in.reset();
        return isAtEnd;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
