package fr.ondine.simulators.s3;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A request with AWS Signature Version 4, in its header ("Authenticating Requests (AWS Signature Version 4)" of the Amazon
 * S3 API reference).
 */
record SignedRequest(HttpExchange exchange, byte[] body) {

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

    /** The code of its refusal. */
    Optional<String> refusal(String accessKey, String secretKey) {
        var given = AUTHORIZATION.matcher(header("Authorization"));
        if (!given.matches()) {
            return Optional.of("AccessDenied");
        }
        if (!given.group(1).equals(accessKey)) {
            return Optional.of("InvalidAccessKeyId");
        }
        var payload = header("x-amz-content-sha256");
        if (!payload.equals("UNSIGNED-PAYLOAD") && !payload.equals(sha256(body))) {
            return Optional.of("XAmzContentSHA256Mismatch");
        }
        var expected = signature(secretKey, given.group(2), given.group(3), payload);
        return expected.equals(given.group(4)) ? Optional.empty() : Optional.of("SignatureDoesNotMatch");
    }

    private String signature(String secretKey, String scope, String signedHeaders, String payload) {
        var headers = Arrays.stream(signedHeaders.split(";"))
                .map(name -> name + ":" + header(name).strip() + "\n")
                .collect(Collectors.joining());
        var canonical = String.join(
                "\n",
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                canonicalQuery(),
                headers,
                signedHeaders,
                payload);
        var toSign = String.join(
                "\n",
                "AWS4-HMAC-SHA256",
                header("x-amz-date"),
                scope,
                sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        var key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (var part : scope.split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private String canonicalQuery() {
        var raw = exchange.getRequestURI().getRawQuery();
        return raw == null
                ? ""
                : Arrays.stream(raw.split("&"))
                        .map(pair -> pair.contains("=") ? pair : pair + "=")
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    static Map<String, String> query(URI address) {
        var query = new TreeMap<String, String>();
        for (var pair : Optional.ofNullable(address.getRawQuery()).orElse("").split("&")) {
            var parts = pair.split("=", 2);
            query.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private String header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
