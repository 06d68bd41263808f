package fr.ondine.platform.customers;

import fr.ondine.platform.identity.UserId;
import fr.ondine.tenantconfig.Proof;
import org.jspecify.annotations.Nullable;

/** A contract number and one proof as a person typed them; {@code by} is who is signed in, if anybody is. */
public record ClaimAttempt(
        String number, Proof proof, String secret, @Nullable UserId by) {

    /** Never what was typed: this may be logged. */
    @Override
    public String toString() {
        return "ClaimAttempt[" + proof + "]";
    }
}
