package fr.ondine.platform.provider;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A program as administrators see it. */
public record ClientSummary(
        UUID id,
        String clientId,
        String name,
        ClientKind kind,
        boolean hasKeys,
        List<String> redirects,
        Set<String> scopes,
        Instant createdAt) {

    public ClientSummary {
        redirects = List.copyOf(redirects);
        scopes = Set.copyOf(scopes);
    }
}
