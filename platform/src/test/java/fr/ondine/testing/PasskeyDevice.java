package fr.ondine.testing;

import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device with one passkey, and the browser before it: it does as it is asked, unless it is told to lie. */
public final class PasskeyDevice {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectConverter STANDARD = new ObjectConverter();
    private static final int PRESENT = 0x01;
    private static final int RECOGNISED = 0x04;
    private static final int WITH_CREDENTIAL = 0x40;

    private final KeyPair keys = pair();
    private final byte[] id;
    private String origin;
    private String host = "";
    private String handle = "";
    private String challenge = "";
    private boolean recognises = true;
    private int counter;

    /** In a browser at that origin. */
    public PasskeyDevice(String origin) {
        this(origin, random(32));
    }

    private PasskeyDevice(String origin, byte[] id) {
        this.origin = origin;
        this.id = id;
    }

    /** Another device, with another key, that gives it the same name. */
    public PasskeyDevice ofTheSameName() {
        return new PasskeyDevice(origin, id);
    }

    /** From now on its browser says that it is there. */
    public PasskeyDevice at(String where) {
        origin = where;
        return this;
    }

    /** From now on it signs for that host, whatever it is asked. */
    public PasskeyDevice signingFor(String other) {
        host = other;
        return this;
    }

    /** From now on it names that owner. */
    public PasskeyDevice ownedBy(byte[] other) {
        handle = text(other);
        return this;
    }

    /** From now on it answers that question, whatever it is asked. */
    public PasskeyDevice answering(String other) {
        challenge = other;
        return this;
    }

    /** Whether it has looked who touches it. */
    public PasskeyDevice recognising(boolean somebody) {
        recognises = somebody;
        return this;
    }

    /** It signs with that number next. */
    public PasskeyDevice counting(int next) {
        counter = next;
        return this;
    }

    public byte[] id() {
        return id.clone();
    }

    /** What the browser answers that was asked to make a passkey. */
    public String make(String options) {
        var asked = JSON.readTree(options);
        handle = asked.path("user").path("id").asString();
        var key = EC2COSEKey.create((ECPublicKey) keys.getPublic(), COSEAlgorithmIdentifier.ES256);
        var credential =
                new AttestedCredentialDataConverter(STANDARD).convert(new AttestedCredentialData(AAGUID.ZERO, id, key));
        var data = joined(data(asked.path("rp").path("id").asString(), WITH_CREDENTIAL), credential);
        var statement = new LinkedHashMap<String, Object>();
        statement.put("fmt", "none");
        statement.put("attStmt", Map.of());
        statement.put("authData", data);
        return answer(Map.of(
                "clientDataJSON", text(client("webauthn.create", asked)),
                "attestationObject", text(STANDARD.getCborMapper().writeValueAsBytes(statement))));
    }

    /** What the browser answers that was asked to show the passkey. */
    public String show(String options) {
        var asked = JSON.readTree(options);
        var client = client("webauthn.get", asked);
        var data = data(asked.path("rpId").asString(), 0);
        return answer(Map.of(
                "clientDataJSON", text(client),
                "authenticatorData", text(data),
                "signature", text(signed(joined(data, digest(client)))),
                "userHandle", handle));
    }

    private String answer(Map<String, String> response) {
        return JSON.writeValueAsString(Map.of(
                "id", text(id),
                "rawId", text(id),
                "type", "public-key",
                "response", response,
                "clientExtensionResults", Map.of()));
    }

    private byte[] client(String kind, JsonNode asked) {
        var text = JSON.writeValueAsString(Map.of(
                "type",
                kind,
                "challenge",
                challenge.isEmpty() ? asked.path("challenge").asString() : challenge,
                "origin",
                origin,
                "crossOrigin",
                false));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(String asked, int more) {
        var of = digest((host.isEmpty() ? asked : host).getBytes(StandardCharsets.UTF_8));
        var flags = PRESENT | (recognises ? RECOGNISED : 0) | more;
        return ByteBuffer.allocate(of.length + 1 + Integer.BYTES)
                .put(of)
                .put((byte) flags)
                .putInt(counter == 0 ? 0 : counter++)
                .array();
    }

    private byte[] signed(byte[] message) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] digest(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            var pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(new ECGenParameterSpec("secp256r1"));
            return pairs.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
