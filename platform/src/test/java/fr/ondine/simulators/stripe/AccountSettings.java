package fr.ondine.simulators.stripe;

import java.net.URI;
import java.util.Optional;

/**
 * How an account is set up: its id and secret key, the platform account it is connected to (then its events name it),
 * its webhook endpoint and that endpoint's secret.
 */
public record AccountSettings(
        String id, String secretKey, Optional<String> platform, Optional<URI> webhookUrl, String webhookSecret) {

    /** An account that has its own key and no webhook endpoint. */
    public static AccountSettings of(String id, String secretKey) {
        return new AccountSettings(id, secretKey, Optional.empty(), Optional.empty(), "");
    }

    /** The same with a webhook endpoint. */
    public AccountSettings webhook(URI url, String secret) {
        return new AccountSettings(id, secretKey, platform, Optional.of(url), secret);
    }

    /** The same, connected to a platform's account. */
    public AccountSettings connectedTo(String platformAccount) {
        return new AccountSettings(id, secretKey, Optional.of(platformAccount), webhookUrl, webhookSecret);
    }

    boolean isLive() {
        return secretKey.contains("_live_");
    }
}
