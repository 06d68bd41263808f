package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.InvalidEmailAddress;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, as a provider of identities (FranceConnect) has shown: known again by issuer and subject alone. The
 * address is what the provider was once told, so it proves no mailbox.
 */
public record ProvenIdentity(
        String issuer,
        String subject,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String toldAddress)
        implements Serializable {

    public PersonName name() {
        return new PersonName(null, givenName, familyName);
    }

    /** The address that the provider tells, when it is one. */
    public Optional<EmailAddress> address() {
        try {
            return Optional.ofNullable(toldAddress).map(EmailAddress::new);
        } catch (InvalidEmailAddress unusable) {
            return Optional.empty();
        }
    }

    /** Whether it is the same person, by whatever name and address they go today. */
    boolean isSameAs(ProvenIdentity other) {
        return issuer.equals(other.issuer) && subject.equals(other.subject);
    }

    /** Never who it is: this may be logged. */
    @Override
    public String toString() {
        return "ProvenIdentity[" + issuer + "]";
    }
}
