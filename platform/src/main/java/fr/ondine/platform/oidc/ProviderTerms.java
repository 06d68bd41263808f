package fr.ondine.platform.oidc;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for all clients of one provider.
 *
 * @param name as people know it
 * @param refusals what the codes of its refusals begin with
 * @param connectTimeout how long it is waited for: a person is waiting too, and what it gives lives for a minute at most
 * @param level the {@code acr} that each of its tokens must have, where one is asked for
 */
public record ProviderTerms(
        String name,
        String refusals,
        Duration connectTimeout,
        Duration readTimeout,
        @Nullable String level) {}
