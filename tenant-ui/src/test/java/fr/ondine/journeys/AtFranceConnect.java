package fr.ondine.journeys;

import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.simulators.franceconnect.Identity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A browser below any browser: one person's way from a portal to FranceConnect, or ProConnect, and back, step by step. */
final class AtFranceConnect {

    static final String START = "/connexion/franceconnect";

    private final RawHttp http;
    private final String host;
    private final String start;
    private final Map<String, String> cookies = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();

    AtFranceConnect(TenantId utility, int port) {
        this(utility, port, START);
    }

    private AtFranceConnect(TenantId utility, int port, String start) {
        http = new RawHttp(port);
        host = FranceConnectPages.host(utility);
        this.start = start;
    }

    /** The same for somebody who works there. */
    static AtFranceConnect atWork(TenantId utility, int port) {
        return new AtFranceConnect(utility, port, "/gestion/connexion/proconnect");
    }

    /** Asks the portal, with the cookies that it gave. */
    RawHttp.Answer get(String path) {
        var answer = http.get(host, path, cookie());
        answer.headers("Set-Cookie").forEach(this::keep);
        return answer;
    }

    /** The form of a password. */
    RawHttp.Answer signIn(String email, String password) {
        var answer = http.post(
                host,
                "/connexion",
                "email=" + email + "&password=" + password.replace(' ', '+'),
                cookie(),
                "Content-Type: application/x-www-form-urlencoded");
        answer.headers("Set-Cookie").forEach(this::keep);
        return answer;
    }

    /** Where the portal sends a browser that wants to go there. */
    URI begun() {
        return begun("");
    }

    URI begun(String wish) {
        return location(get(start + wish));
    }

    /** The same for whoever follows a mailed link. */
    URI begun(RawToken link) {
        return begun("?jeton=" + link.value());
    }

    /** The whole way there and as far as the address of the callback, which is not opened. */
    String callbackOf(Identity person) {
        return callbackOf(person.name());
    }

    /** The same for whom one may choose under that name. */
    String callbackOf(String name) {
        return follow(begun(), name);
    }

    /** The same for somebody who goes back. */
    String callbackOfNobody() {
        return follow(begun(), "");
    }

    /** The whole way, to where the portal sends who comes back. */
    String arrive(Identity person) {
        return comeBack(callbackOf(person));
    }

    /** The same for whoever follows a mailed link. */
    String arrive(RawToken link, Identity person) {
        return comeBack(follow(begun(link), person.name()));
    }

    /** The same for who is signed in and asks for it with that wish. */
    String arrive(String wish, Identity person) {
        return comeBack(callbackOf(wish, person));
    }

    String callbackOf(String wish, Identity person) {
        return follow(begun(wish), person.name());
    }

    /** Opens the address of a callback; answers where the portal leads. */
    String comeBack(String callback) {
        var answer = get(callback);
        return answer.header("Location")
                .map(address -> address.replaceFirst("^https?://[^/]*", ""))
                .orElse("status " + answer.status());
    }

    String session() {
        return cookies.getOrDefault("session", "");
    }

    /** Takes the session's cookie of somebody else. */
    void steal(AtFranceConnect other) {
        cookies.put("session", other.session());
    }

    List<String> asked() {
        return asked;
    }

    private String follow(URI authorize, String person) {
        asked.add(authorize.getQuery());
        try (var client = HttpClient.newHttpClient()) {
            var choice = location(client, authorize, "");
            if (choice.getHost().equals(host)) {
                return choice.getRawPath() + "?" + choice.getRawQuery();
            }
            var chosen = send(client, URI.create(choice + "&person=" + person), "");
            var next = URI.create(absolute(authorize, chosen));
            if (next.getHost().equals(host)) {
                return next.getRawPath() + "?" + next.getRawQuery();
            }
            var cookie = chosen.headers()
                    .firstValue("Set-Cookie")
                    .map(set -> set.split(";")[0])
                    .orElse("");
            var back = location(client, next, cookie);
            return back.getRawPath() + "?" + back.getRawQuery();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static URI location(HttpClient client, URI address, String cookie)
            throws IOException, InterruptedException {
        return URI.create(absolute(address, send(client, address, cookie)));
    }

    private static String absolute(URI asked, HttpResponse<String> answer) {
        return asked.resolve(answer.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body())))
                .toString();
    }

    private static HttpResponse<String> send(HttpClient client, URI address, String cookie)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI location(RawHttp.Answer answer) {
        return URI.create(answer.header("Location").orElseThrow(() -> new AssertionError(answer.text())));
    }

    private void keep(String set) {
        var pair = set.split(";")[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private String cookie() {
        return "Cookie: "
                + cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
    }
}
