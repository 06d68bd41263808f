package fr.ondine.platform.provider;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A program that the bound utility knows. */
record KnownClient(
        UUID id,
        String clientId,
        String name,
        ClientKind kind,
        @Nullable String secretHash,
        @Nullable String publicKeys,
        List<String> redirects,
        Set<String> scopes,
        Instant createdAt) {

    ClientSummary summary() {
        return new ClientSummary(id, clientId, name, kind, publicKeys != null, redirects, scopes, createdAt);
    }
}
