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
        @Nullable UUID claim) {

    private static final JsonMapper JSON = new JsonMapper();

    static Application parse(@Nullable String payload) {
        return payload == null
                ? new Application(null, PersonName.UNKNOWN, null)
                : JSON.readValue(payload, Application.class);
    }

    String payload() {
        return JSON.writeValueAsString(this);
    }

    ActivationRequested.Reason reason() {
        if (passwordHash == null) {
            return ActivationRequested.Reason.INVITATION;
        }
        return claim == null ? ActivationRequested.Reason.SIGN_UP : ActivationRequested.Reason.CLAIM;
    }
}
