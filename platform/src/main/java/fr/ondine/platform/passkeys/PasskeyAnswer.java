package fr.ondine.platform.passkeys;

import com.webauthn4j.data.AuthenticationData;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a browser says that a passkey has signed; nothing of it is believed yet. */
public final class PasskeyAnswer {

    private final AuthenticationData data;

    PasskeyAnswer(AuthenticationData data) {
        this.data = data;
    }

    /** Which passkey it says that it is. */
    public byte[] credentialId() {
        return data.getCredentialId();
    }

    AuthenticationData data() {
        return data;
    }

    /** Whether the device keeps it for that owner. */
    boolean isOf(@Nullable KnownPasskey known) {
        return known != null && Arrays.equals(data.getUserHandle(), known.handle());
    }
}
