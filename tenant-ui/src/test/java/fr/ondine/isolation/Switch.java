package fr.ondine.isolation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Leads who comes to one of several nodes, by a cookie always to the same one, and elsewhere when that does not take the
 * connection; what was sent is sent again only where a second time does no harm. As the ingress controllers of the
 * handbook do.
 */
final class Switch implements AutoCloseable {

    static final String COOKIE = "ondine-node";

    private static final int CONNECT_MILLIS = 1_000;
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");
    private static final Pattern CHOSEN = Pattern.compile("(?im)^cookie:.*\\b" + COOKIE + "=([a-z0-9]+)");
    private static final Pattern CONNECTION = Pattern.compile("(?im)^(connection|keep-alive|upgrade): .*\r\n");

    private final List<Place> places = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ServerSocket door;

    Switch() {
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    void lead(String name, int port) {
        places.add(new Place(name, port));
    }

    /**
     * Nobody is led there any more, nor back there by a cookie: the next message of a page that it has comes to another one.
     * What it already took is answered.
     */
    void leave(String name) {
        places.removeIf(place -> place.name().equals(name));
    }

    /** What it could only answer by 502. */
    List<String> failures() {
        return failures;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException refused) {
                // the caller tries again
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            var request = request(caller.getInputStream());
            if (request != null) {
                answer(caller, request);
            }
        } catch (IOException gone) {
            // who called hung up
        }
    }

    private record Place(String name, int port) {}

    private record Request(String head, byte[] body) {

        boolean mayBeRepeated() {
            return head.startsWith("GET ") || head.startsWith("HEAD ");
        }

        String line() {
            return head.lines().findFirst().orElse("");
        }

        String chosen() {
            var found = CHOSEN.matcher(head);
            return found.find() ? found.group(1) : "";
        }
    }

    private static @Nullable Request request(InputStream from) throws IOException {
        var head = head(from);
        if (head.isEmpty()) {
            return null;
        }
        var length = LENGTH.matcher(head);
        var body = length.find() ? from.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
        return new Request(head, body);
    }

    private static String head(InputStream from) throws IOException {
        var read = new ByteArrayOutputStream();
        for (var next = from.read(); next >= 0; next = from.read()) {
            read.write(next);
            if (next == '\n' && read.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return read.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }

    private void answer(Socket caller, Request request) throws IOException {
        for (var place : inOrder(request.chosen())) {
            var isSent = false;
            var answered = "";
            var rest = new byte[0];
            try (var server = new Socket()) {
                server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), place.port()), CONNECT_MILLIS);
                isSent = true;
                var head = CONNECTION.matcher(request.head()).replaceAll("");
                var out = server.getOutputStream();
                out.write((head.substring(0, head.length() - 2) + "Connection: close\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
                out.write(request.body());
                out.flush();
                answered = head(server.getInputStream());
                rest = server.getInputStream().readAllBytes();
            } catch (IOException broken) {
                answered = ""; // another one is asked
            }
            if (!answered.isEmpty()) {
                pass(caller, request, place, answered, rest);
                return;
            }
            if (isSent && !request.mayBeRepeated()) {
                break;
            }
        }
        failures.add(request.line());
        caller.getOutputStream()
                .write("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void pass(Socket caller, Request request, Place place, String answered, byte[] rest)
            throws IOException {
        var choice = request.chosen().equals(place.name())
                ? ""
                : "Set-Cookie: " + COOKIE + "=" + place.name() + "; Path=/; HttpOnly\r\n";
        var out = caller.getOutputStream();
        out.write(
                (answered.substring(0, answered.length() - 2) + choice + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(rest);
        out.flush();
    }

    private List<Place> inOrder(String chosen) {
        var order = new ArrayList<>(places);
        if (!order.isEmpty()) {
            Collections.rotate(order, turn.incrementAndGet() % order.size());
        }
        order.sort((one, other) ->
                Boolean.compare(other.name().equals(chosen), one.name().equals(chosen)));
        return order;
    }
}
