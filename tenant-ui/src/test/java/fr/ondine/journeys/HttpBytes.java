package fr.ondine.journeys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What a server sent for a file, or of one, byte for byte; and whether it came to its end. */
record HttpBytes(String head, byte[] body, boolean isWhole) {

    static HttpBytes get(int port, String host, String path, List<String> headers) {
        return send(port, "GET", host, path, new byte[0], headers);
    }

    static HttpBytes post(int port, String host, String path, byte[] body, List<String> headers) {
        return send(port, "POST", host, path, body, headers);
    }

    /** Of which nobody says beforehand how long it is. */
    static HttpBytes postChunked(int port, String host, String path, byte[] body, List<String> headers) {
        var chunked = new ByteArrayOutputStream();
        chunked.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
        chunked.writeBytes(body);
        chunked.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        return send(port, "POST", host, path, chunked.toByteArray(), "Transfer-Encoding: chunked", headers);
    }

    private static HttpBytes send(
            int port, String method, String host, String path, byte[] body, List<String> headers) {
        return send(port, method, host, path, body, "Content-Length: " + body.length, headers);
    }

    private static HttpBytes send(
            int port, String method, String host, String path, byte[] body, String length, List<String> headers) {
        var own = Stream.of(method + " " + path + " HTTP/1.1", "Host: " + host, "Connection: close", length);
        var request = String.join("\r\n", Stream.concat(own, headers.stream()).toList()) + "\r\n\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);
            return read(socket.getInputStream().readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    int status() {
        return Integer.parseInt(head.substring(9, 12));
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static HttpBytes read(byte[] answer) throws IOException {
        var in = new ByteArrayInputStream(answer);
        var head = new StringBuilder();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            head.append(line).append('\n');
        }
        return head.indexOf("Transfer-Encoding: chunked") < 0
                ? new HttpBytes(head.toString(), in.readAllBytes(), true)
                : chunks(head.toString(), in);
    }

    private static HttpBytes chunks(String head, InputStream in) throws IOException {
        var whole = new ByteArrayOutputStream();
        for (var size = line(in); !size.isEmpty(); size = line(in)) {
            if (size.equals("0")) {
                return new HttpBytes(head, whole.toByteArray(), true);
            }
            whole.write(in.readNBytes(Integer.parseInt(size, 16)));
            line(in);
        }
        return new HttpBytes(head, whole.toByteArray(), false);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }
}
