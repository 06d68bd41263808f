package fr.ondine.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.stream.Stream;

/** The way to the portal, below any client that would mend what a test says. */
record Wire(int port, List<String> always) {

    Wire(int port) {
        this(port, List.of());
    }

    /** The same, with a header in every request. */
    Wire with(String header) {
        return new Wire(port, Stream.concat(always.stream(), Stream.of(header)).toList());
    }

    Answer send(Asked asked) {
        var whole = asked;
        for (var header : always) {
            whole = whole.with(header);
        }
        return send(whole.bytes());
    }

    Answer send(byte[] request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            return Answer.read(socket.getInputStream().readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
