package fr.ondine.platform.staff;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.InvalidEmailAddress;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is at work, as ProConnect has shown: known again by issuer and subject alone.
 *
 * @param toldAddress where they are written to at work; it finds an invitation, and never an account that is linked
 * @param siret the place for which they work
 * @param vouchedBy the provider of identities of that place, by ProConnect's number of it
 */
public record StaffIdentity(
        String issuer,
        String subject,
        @Nullable String toldAddress,
        @Nullable String siret,
        @Nullable String vouchedBy) implements Serializable {

    /** The address, when it is one. */
    Optional<EmailAddress> address() {
        try {
            return Optional.ofNullable(toldAddress).map(EmailAddress::new);
        } catch (InvalidEmailAddress unusable) {
            return Optional.empty();
        }
    }

    /** From where they came, for the trail; what has another form than it must is not repeated there. */
    String origin() {
        return "siret " + known(siret, "[0-9]{14}") + ", idp " + known(vouchedBy, "[A-Za-z0-9-]{1,64}");
    }

    private static String known(@Nullable String told, String form) {
        return told != null && told.matches(form) ? told : "?";
    }

    /** Never who it is: this may be logged. */
    @Override
    public String toString() {
        return "StaffIdentity[" + issuer + "]";
    }
}
