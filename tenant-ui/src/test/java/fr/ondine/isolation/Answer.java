package fr.ondine.isolation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** A whole answer: its head, and its body without the seams of chunks, in which a mark could hide. */
record Answer(String head, byte[] body) {

    static Answer read(byte[] wire) {
        var text = new String(wire, StandardCharsets.ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(text, new byte[0]);
        }
        var head = text.substring(0, end);
        var body = Arrays.copyOfRange(wire, end + 4, wire.length);
        return new Answer(head, head.toLowerCase().contains("transfer-encoding: chunked") ? joined(body) : body);
    }

    int status() {
        return head.length() < 12 ? 0 : Integer.parseInt(head.substring(9, 12));
    }

    List<String> headers(String name) {
        return head.lines()
                .skip(1)
                .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    String header(String name) {
        return String.join(",", headers(name));
    }

    /** What a browser would keep and send again. */
    String cookies() {
        return headers("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .filter(cookie -> cookie.indexOf('=') < cookie.length() - 1)
                .collect(Collectors.joining("; "));
    }

    /** All that a person could read in it, in its head too. */
    String text() {
        return head + "\n"
                + (header("Content-Type").startsWith("application/pdf")
                        ? paper()
                        : new String(body, StandardCharsets.UTF_8));
    }

    private String paper() {
        try (var pdf = Loader.loadPDF(body)) {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] joined(byte[] chunks) {
        var whole = new ByteArrayOutputStream();
        var at = 0;
        while (at < chunks.length) {
            var line = at;
            while (chunks[line] != '\r') {
                line++;
            }
            var size = Integer.parseInt(new String(chunks, at, line - at, StandardCharsets.US_ASCII).strip(), 16);
            whole.write(chunks, line + 2, Math.min(size, chunks.length - line - 2));
            at = size == 0 ? chunks.length : line + 2 + size + 2;
        }
        return whole.toByteArray();
    }
}
