package fr.ondine.platform.passkeys;

import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** How a browser is asked, in the words of the standard (WebAuthn, section 5). */
final class PasskeyOptions {

    static final List<PublicKeyCredentialParameters> ALGORITHMS = Stream.of(
                    COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256)
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    private static final String KIND = "public-key";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PasskeyOptions() {}

    static String toMake(
            PasskeyQuestion question, String utility, PasskeyOwner owner, List<byte[]> known, Duration life) {
        return JSON.writeValueAsString(Map.of(
                "challenge", question.challenge(),
                "rp", Map.of("id", question.host(), "name", utility),
                "user",
                        Map.of(
                                "id", text(owner.handle()),
                                "name", owner.address(),
                                "displayName", owner.displayName()),
                "pubKeyCredParams",
                        ALGORITHMS.stream()
                                .map(one ->
                                        Map.of("type", KIND, "alg", one.getAlg().getValue()))
                                .toList(),
                "timeout", life.toMillis(),
                "excludeCredentials", described(known),
                "authenticatorSelection",
                        Map.of(
                                "residentKey", "required",
                                "requireResidentKey", true,
                                "userVerification", "required"),
                "attestation", "none"));
    }

    static String toShow(PasskeyQuestion question, List<byte[]> allowed, Duration life) {
        return JSON.writeValueAsString(Map.of(
                "challenge", question.challenge(),
                "rpId", question.host(),
                "timeout", life.toMillis(),
                "allowCredentials", described(allowed),
                "userVerification", "required"));
    }

    private static List<Map<String, String>> described(List<byte[]> credentialIds) {
        return credentialIds.stream()
                .map(id -> Map.of("type", KIND, "id", text(id)))
                .toList();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
