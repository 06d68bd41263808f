package fr.ondine.platform.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an activation link brings with it. Each sign-up has its own, so that whoever signs up with somebody else's
 * address cannot have their own password activated by the owner's click on the owner's link.
 */
record Application(
        @Nullable String passwordHash,
        PersonName name,
        @Nullable UUID claim,
        @Nullable ProvenIdentity identity) {

    private static final JsonMapper JSON = new JsonMapper();

    Application(@Nullable String passwordHash, PersonName name, @Nullable UUID claim) {
        this(passwordHash, name, claim, null);
    }

    /** What somebody asks for whom FranceConnect has named: no password is needed. */
    static Application by(ProvenIdentity identity) {
        return new Application(null, identity.name(), null, identity);
    }

    static Application parse(@Nullable String payload) {
        return payload == null
                ? new Application(null, PersonName.UNKNOWN, null)
                : JSON.readValue(payload, Application.class);
    }

    String payload() {
        return JSON.writeValueAsString(this);
    }

    /** The same, of which nothing is proven but the mailbox. */
    Application withoutIdentity() {
        return new Application(passwordHash, identity == null ? name : PersonName.UNKNOWN, claim);
    }

    ActivationRequested.Reason reason() {
        if (identity != null) {
            return ActivationRequested.Reason.FRANCE_CONNECT;
        }
        if (passwordHash == null) {
            return ActivationRequested.Reason.INVITATION;
        }
        return claim == null ? ActivationRequested.Reason.SIGN_UP : ActivationRequested.Reason.CLAIM;
    }
}
