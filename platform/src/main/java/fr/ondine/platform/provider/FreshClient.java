package fr.ondine.platform.provider;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that was just registered.
 *
 * @param secret told this one time; nothing where it shows who it is by a key
 */
public record FreshClient(
        UUID id, String clientId, @Nullable String secret) {

    /** Never the secret. */
    @Override
    public String toString() {
        return "FreshClient[" + clientId + "]";
    }
}
