package fr.ondine.simulators.stripe;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The ways the simulator answers. */
final class Http {

    private Http() {}

    static void json(HttpExchange exchange, Answer answer) {
        send(exchange, answer.status(), "application/json", answer.body());
    }

    static void html(HttpExchange exchange, int status, String page) {
        send(exchange, status, "text/html; charset=utf-8", page);
    }

    /** See other: the browser follows with a GET. */
    static void redirect(HttpExchange exchange, String url) {
        exchange.getResponseHeaders().set("Location", url);
        send(exchange, 303, "text/plain", "");
    }

    /** Begins an answer and ends the connection; to close without a word would only make Java's client send again. */
    static void breakOff(HttpExchange exchange) {
        try (exchange) {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
