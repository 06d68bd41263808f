package fr.ondine.simulators.stripe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One signed POST. By a bare socket, because a portal's host under {@code .localhost} is known to browsers and not to
 * Java's resolver, and Java's HTTP client does not let a caller name the host.
 */
final class WebhookPost {

    private static final int TIMEOUT_MILLIS = 10_000;

    private WebhookPost() {}

    static int send(URI url, String payload, String secret, long timestamp) throws IOException {
        var body = payload.getBytes(StandardCharsets.UTF_8);
        var head = """
                POST %s HTTP/1.1\r
                Host: %s\r
                Content-Type: application/json; charset=utf-8\r
                User-Agent: Stripe/1.0 (+https://stripe.com/docs/webhooks)\r
                Stripe-Signature: %s\r
                Content-Length: %d\r
                Connection: close\r
                \r
                """.formatted(url.getPath(), url.getAuthority(), signature(payload, secret, timestamp), body.length);
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address(url), url.getPort() < 0 ? 80 : url.getPort()), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            var status = answer.readLine();
            if (status == null || !status.matches("HTTP/1\\.\\d \\d{3}.*")) {
                throw new IOException("no answer");
            }
            return Integer.parseInt(status.substring(9, 12));
        }
    }

    static String signature(String payload, String secret, long timestamp) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var hash = mac.doFinal((timestamp + "." + payload).getBytes(StandardCharsets.UTF_8));
            return "t=" + timestamp + ",v1=" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InetAddress address(URI url) throws IOException {
        var host = url.getHost();
        return host.equals("localhost") || host.endsWith(".localhost")
                ? InetAddress.getLoopbackAddress()
                : InetAddress.getByName(host);
    }
}
