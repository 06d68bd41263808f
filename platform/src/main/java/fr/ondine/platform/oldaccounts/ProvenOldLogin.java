package fr.ondine.platform.oldaccounts;

import fr.ondine.platform.identity.PersonName;
import fr.ondine.platform.kernel.EmailAddress;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A former login whose password was right: what is known of its owner, to be completed or corrected. */
public record ProvenOldLogin(
        UUID id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String toldAddress) implements Serializable {

    static ProvenOldLogin of(OldLogin login) {
        return new ProvenOldLogin(
                login.id(),
                login.name().firstName(),
                login.name().lastName(),
                Optional.ofNullable(login.email()).map(EmailAddress::value).orElse(null));
    }

    public PersonName name() {
        return new PersonName(null, firstName, lastName);
    }

    /** Never who it is: this may be logged. */
    @Override
    public String toString() {
        return "ProvenOldLogin[" + id + "]";
    }
}
