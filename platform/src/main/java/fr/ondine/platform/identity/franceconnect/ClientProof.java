package fr.ondine.platform.identity.franceconnect;

import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What shows at FranceConnect that it is the utility who asks: {@code ondine.france-connect.<slug>.client-secret}, or
 * {@code .private-key}, a key with its {@code kid} as a JSON Web Key on one line.
 *
 * @param nextPrivateKey the one that will take its place: shown already, so that it is known when it first signs
 */
record ClientProof(
        @Nullable String clientSecret,
        @Nullable String privateKey,
        @Nullable String nextPrivateKey) {

    ClientProof {
        if (clientSecret != null && clientSecret.isBlank()) {
            throw new IllegalArgumentException("a client-secret of FranceConnect is not empty");
        }
        Stream.of(Optional.ofNullable(privateKey), Optional.ofNullable(nextPrivateKey))
                .flatMap(Optional::stream)
                .forEach(ClientProof::read);
    }

    Optional<String> secret() {
        return Optional.ofNullable(clientSecret);
    }

    Optional<JWK> key() {
        return Optional.ofNullable(privateKey).map(ClientProof::read);
    }

    /** Those by whose public halves FranceConnect will know the utility. */
    List<JWK> shown() {
        return Stream.of(Optional.ofNullable(privateKey), Optional.ofNullable(nextPrivateKey))
                .flatMap(Optional::stream)
                .map(ClientProof::read)
                .toList();
    }

    private static JWK read(String text) {
        try {
            var key = JWK.parse(text);
            if (key.getKeyID() == null || !key.isPrivate() || !(key instanceof AsymmetricJWK)) {
                throw unreadable();
            }
            return key;
        } catch (ParseException wrong) {
            throw unreadable();
        }
    }

    /** Without a cause: it would quote the key in a log. */
    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException(
                "a private-key of FranceConnect is a private key of RSA or of a curve, as a JSON Web Key with its kid");
    }

    @Override
    public String toString() {
        return "ClientProof[…]";
    }
}
