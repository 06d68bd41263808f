package fr.ondine.simulators.stripe;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One call of the API as it came in. */
record ApiRequest(
        String method,
        String path,
        Form form,
        String secretKey,
        Optional<String> stripeAccount,
        Optional<String> idempotencyKey) {

    static ApiRequest read(HttpExchange exchange) throws IOException {
        var query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        var authorization =
                Optional.ofNullable(headers.getFirst("Authorization")).orElse("");
        return new ApiRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Form.parse(query.isEmpty() ? body : query + "&" + body),
                authorization.startsWith("Bearer ") ? authorization.substring(7) : "",
                Optional.ofNullable(headers.getFirst("Stripe-Account")),
                Optional.ofNullable(headers.getFirst("Idempotency-Key")));
    }

    String fingerprint() {
        return method + " " + path + "\n" + form.fingerprint();
    }
}
