package fr.ondine.platform.passkeys;

import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.UUID;

/** A passkey whose private half is thrown away: what is answered by one that nobody has is checked against it. */
final class Nobodys {

    private Nobodys() {}

    static KnownPasskey passkey(AttestedCredentialDataConverter credentials) {
        var key = EC2COSEKey.create(publicKey(), COSEAlgorithmIdentifier.ES256);
        var credential = credentials.convert(new AttestedCredentialData(AAGUID.ZERO, new byte[] {0}, key));
        var nobody = new UUID(0, 0);
        return new KnownPasskey(nobody, nobody, new byte[] {0}, credential, 0, false, "", "");
    }

    private static ECPublicKey publicKey() {
        try {
            var pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(new ECGenParameterSpec("secp256r1"));
            return (ECPublicKey) pairs.generateKeyPair().getPublic();
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
