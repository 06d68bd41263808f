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
        @Nullable ProvenIdentity identity,
        @Nullable UUID id) {

    private static final JsonMapper JSON = new JsonMapper();

    Application(@Nullable String passwordHash, PersonName name, @Nullable UUID claim) {
        this(passwordHash, name, claim, null, null);
    }

    /** What somebody asks for on a page. */
    static Application of(NewAccount wanted, String passwordHash, @Nullable UUID claim) {
        return new Application(
                passwordHash, wanted.name(), claim, null, wanted.as().value());
    }

    /** What somebody asks for whom FranceConnect has named: no password is needed. */
    static Application by(ProvenIdentity identity, ApplicationId as) {
        return new Application(null, identity.name(), null, identity, as.value());
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
        return new Application(passwordHash, identity == null ? name : PersonName.UNKNOWN, claim, null, id);
    }

    boolean is(ApplicationId asked) {
        return asked.value().equals(id);
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
