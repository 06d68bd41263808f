package fr.ondine.platform.provider;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program as the person sees it who let it in.
 *
 * @param lastUsedAt when it last asked for access or renewed it; null where that is not known
 */
public record LetInProgram(
        UUID id,
        String name,
        List<ClientScope> scopes,
        Instant since,
        @Nullable Instant lastUsedAt) {

    public LetInProgram {
        scopes = List.copyOf(scopes);
    }
}
