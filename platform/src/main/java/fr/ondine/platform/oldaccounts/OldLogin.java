package fr.ondine.platform.oldaccounts;

import fr.ondine.platform.identity.PersonName;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A login of the portal before this one, as far as it is known. */
record OldLogin(
        UUID id,
        String number,
        @Nullable WrappedPassword password,
        PersonName name,
        @Nullable EmailAddress email,
        boolean cameOver,
        @Nullable UserId user) {

    /** Never the password: this may be logged. */
    @Override
    public String toString() {
        return "OldLogin[" + id + "]";
    }
}
