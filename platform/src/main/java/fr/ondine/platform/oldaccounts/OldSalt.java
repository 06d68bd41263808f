package fr.ondine.platform.oldaccounts;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The salt that a file gives beside a bare hash, and on which side of the password it stands. */
public record OldSalt(@Nullable String text, @Nullable Boolean before) {

    public static final OldSalt NONE = new OldSalt(null, null);

    boolean isGiven() {
        return text != null || before != null;
    }

    boolean isWhole() {
        return text != null && before != null;
    }

    boolean isBefore() {
        return Boolean.TRUE.equals(before);
    }

    byte[] bytes() {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }

    /** Never the salt: this may be logged. */
    @Override
    public String toString() {
        return "OldSalt";
    }
}
