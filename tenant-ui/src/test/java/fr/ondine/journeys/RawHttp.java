package fr.ondine.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Requests written byte by byte, so that a test may say what no client would. */
public record RawHttp(int port) {

    public Answer get(String host, String path, String... headers) {
        return send("GET " + path + " HTTP/1.1", host, "", headers);
    }

    public Answer post(String host, String path, String body, String... headers) {
        return send("POST " + path + " HTTP/1.1", host, body, headers);
    }

    public Answer send(String line, String host, String body, String... headers) {
        var length = body.getBytes(StandardCharsets.UTF_8).length;
        var own = Stream.of(line, "Host: " + host, "Connection: close", "Content-Length: " + length);
        var request = String.join("\r\n", Stream.concat(own, Stream.of(headers)).toList());
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((request + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
            return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A whole answer, as it came over the wire. */
    public record Answer(String text) {

        public int status() {
            return Integer.parseInt(text.substring(9, 12));
        }

        public String body() {
            var sent = text.substring(text.indexOf("\r\n\r\n") + 4);
            return header("Transfer-Encoding").isEmpty() ? sent : joined(sent);
        }

        /** The chunks without what stands between them; of texts that are ASCII where chunks meet. */
        private static String joined(String chunks) {
            var whole = new StringBuilder();
            var left = chunks.getBytes(StandardCharsets.UTF_8);
            for (var at = 0; at < left.length; ) {
                var end = at;
                while (left[end] != '\r') {
                    end++;
                }
                var size = Integer.parseInt(new String(left, at, end - at, StandardCharsets.US_ASCII), 16);
                whole.append(new String(left, end + 2, size, StandardCharsets.UTF_8));
                at = size == 0 ? left.length : end + 2 + size + 2;
            }
            return whole.toString();
        }

        public List<String> headers(String name) {
            return text.substring(0, text.indexOf("\r\n\r\n"))
                    .lines()
                    .skip(1)
                    .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }

        public Optional<String> header(String name) {
            return headers(name).stream().findFirst();
        }
    }
}
