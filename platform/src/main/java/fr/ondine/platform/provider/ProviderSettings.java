package fr.ondine.platform.provider;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what a provider gives out counts.
 *
 * @param refreshLife after which a person is asked again, however often the program renewed its token meanwhile
 * @param keyLife how long a key signs
 * @param keyAnnounced how long a key is published before it signs, which is longer than anybody keeps the published ones
 * @param keyKept how long a key is published after it signed last, which is longer than any token counts
 * @param refusalsPerAddress wrong secrets and assertions from one network address in each quarter of an hour
 * @param requestsPerClient requests to the interface by one program in each minute
 * @param importsPerClient imports by one program in each hour
 */
@ConfigurationProperties("ondine.provider")
record ProviderSettings(
        @DefaultValue("1m") Duration codeLife,
        @DefaultValue("5m") Duration accessLife,
        @DefaultValue("30d") Duration refreshLife,
        @DefaultValue("90d") Duration keyLife,
        @DefaultValue("24h") Duration keyAnnounced,
        @DefaultValue("24h") Duration keyKept,
        @DefaultValue("60") int refusalsPerAddress,
        @DefaultValue("600") int requestsPerClient,
        @DefaultValue("12") int importsPerClient) {

    /** An identity token counts half an hour, which is not ours to say. */
    private static final Duration LONGEST_TOKEN = Duration.ofMinutes(30);

    ProviderSettings {
        if (keyKept.compareTo(LONGEST_TOKEN) < 0 || keyKept.compareTo(accessLife) < 0) {
            throw new IllegalArgumentException("ondine.provider.key-kept must be longer than any token counts");
        }
        if (keyAnnounced.compareTo(keyLife) >= 0) {
            throw new IllegalArgumentException("ondine.provider.key-announced must be shorter than key-life");
        }
    }
}
