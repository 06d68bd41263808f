package fr.ondine.platform.factors;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A code to keep on paper, which stands once for the application that was lost. */
public record RecoveryCode(String written) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNT = 10;
    private static final int BYTES = 10; // 80 bits, 16 signs

    /** The ten codes that a person gets. */
    public static List<RecoveryCode> fresh() {
        return Stream.generate(RecoveryCode::one).limit(COUNT).toList();
    }

    /** Its signs alone, however it was typed. */
    public String signs() {
        return written.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
    }

    @Override
    public String toString() {
        return "RecoveryCode[…]";
    }

    private static RecoveryCode one() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RecoveryCode(Base32.encode(bytes).replaceAll("(.{4})(?!$)", "$1-"));
    }
}
