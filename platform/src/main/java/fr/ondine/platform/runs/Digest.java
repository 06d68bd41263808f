package fr.ondine.platform.runs;

import fr.ondine.platform.metering.MeteredSegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a bill says, in 32 bytes: the same as long as nothing that is printed is another. */
final class Digest {

    private Digest() {}

    static byte[] of(BillingCase one, Bill bill) {
        var said = new StringBuilder(1024);
        said.append(one.agreement().value())
                .append(bill.period())
                .append(bill.net())
                .append(bill.vat());
        for (var line : bill.lines()) {
            said.append('\n').append(line);
        }
        for (MeteredSegment segment : bill.segments()) {
            said.append('\n').append(segment);
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(said.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Enough of it to tell two apart. */
    static long brief(byte[] digest) {
        return ByteBuffer.wrap(digest).getLong();
    }
}
