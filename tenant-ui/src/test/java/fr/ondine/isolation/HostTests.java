package fr.ondine.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/** What a request may say about its host, on every filter chain: only one exact name of a utility is heard. */
@IsolationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostTests {

    /** One of each chain: pages, machines, files, what Vaadin serves, errors. */
    private static final List<String> CHAINS = List.of(
            "/",
            "/connexion",
            "/tableau-de-bord",
            "/?v-r=init&location=",
            "/branding/0123456789abcdef.css",
            "/webhooks/stripe",
            "/actuator/health",
            "/portal.css",
            "/robots.txt",
            "/favicon.ico",
            "/VAADIN/nothing.js",
            "/api/operator/v1/utilities",
            "/error",
            "/nowhere");

    @LocalServerPort
    int port;

    @Autowired
    WebApplicationContext application;

    private Wire wire;
    private Marked one;
    private Marked other;

    @BeforeAll
    void two_utilities_full_of_marks() {
        wire = new Wire(port);
        var utilities = Marking.of(application, wire, 2);
        one = utilities.getFirst();
        other = utilities.getLast();
    }

    static Stream<String> strangers() {
        return Stream.of(
                "Host: evil.example",
                "Host: ONE.evil.example",
                "Host: xONE",
                "Host: ONE.",
                "Host: ONE.:80",
                "Host: .ONE",
                "Host: *.localhost",
                "Host: localhost",
                "Host: 127.0.0.1",
                "Host: 127.0.0.1:PORT",
                "Host: [::1]",
                "Host: ",
                "Host: :80",
                "Host: ONE,OTHER",
                "Host: ONE OTHER",
                "Host: ONE@OTHER",
                "Host: OTHER@ONE",
                "Host: ONE/OTHER",
                "Host: ONE%00",
                "Host: ONE\u0000",
                "Host: " + "a".repeat(7000) + ".localhost",
                "Host: " + "a.".repeat(3000) + "ONE",
                "Host: evil.example\r\nX-Forwarded-Host: ONE",
                "Host: evil.example\r\nForwarded: host=ONE",
                "Host: evil.example\r\nX-Original-Host: ONE\r\nX-Host: ONE",
                "Host: evil.example\r\nX-Forwarded-Server: ONE",
                "Host: ONE\r\nHost: OTHER",
                "Host: OTHER\r\nHost: ONE",
                "Host: ONE\r\nHost: ONE",
                "Host: ONE\r\n folded.example",
                "Host : ONE",
                "X-Nothing: 1");
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void what_is_not_one_name_of_a_utility_gets_nothing_of_any(String lines) {
        for (var path : CHAINS) {
            var answer = ask("GET " + path + " HTTP/1.1", lines);
            assertThat(answer.status()).as("%s of %s", path, lines).isIn(400, 421);
            assertThat(answer.text()).as("%s of %s", path, lines).doesNotContain(allMarks());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: ONE", "Host: ONE:80", "Host: ONE:9999", "host: ONE", "HOST:ONE", "Host: UPPER"})
    void a_utilitys_name_is_heard_in_any_case_and_with_any_port(String lines) {
        assertThat(ask("GET / HTTP/1.1", lines).text()).contains(one.shown()).doesNotContain(other.marks());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: OTHER",
                "X-Forwarded-Host: OTHER, ONE",
                "Forwarded: host=OTHER",
                "Forwarded: for=1.2.3.4;host=\"OTHER\";proto=https",
                "X-Forwarded-Server: OTHER",
                "X-Original-Host: OTHER",
                "X-Host: OTHER",
                "X-Forwarded-Port: 1\r\nX-Forwarded-Host: OTHER",
                "X-Original-URL: http://OTHER/",
                "X-Rewrite-URL: http://OTHER/",
                "Origin: http://OTHER",
                "Referer: http://OTHER/",
                "X-Tenant: OTHER"
            })
    void no_other_header_chooses_the_utility(String header) {
        for (var path : CHAINS) {
            var answer = ask("GET " + path + " HTTP/1.1", "Host: ONE\r\n" + header);
            assertThat(answer.status()).as(path).isNotEqualTo(500);
            assertThat(answer.text()).as(path).doesNotContain(other.marks()).doesNotContain(other.host());
        }
        assertThat(ask("GET / HTTP/1.1", "Host: ONE\r\n" + header).text()).contains(one.shown());
    }

    @Test
    void an_address_with_a_host_of_its_own_is_refused_or_means_that_host_alone() {
        for (var path : CHAINS) {
            var strange = ask("GET http://evil.example" + path + " HTTP/1.1", "Host: ONE");
            assertThat(strange.status()).as(path).isIn(400, 421);
            assertThat(strange.text()).as(path).doesNotContain(allMarks());
            var mixed = ask("GET http://OTHER" + path + " HTTP/1.1", "Host: ONE");
            assertThat(mixed.status()).as(path).isIn(400, 421);
            assertThat(mixed.text()).as(path).doesNotContain(allMarks());
        }
    }

    @Test
    void a_session_does_not_follow_an_address_to_another_host() {
        for (var line : List.of("GET http://OTHER/mon-compte HTTP/1.1", "GET //OTHER/mon-compte HTTP/1.1")) {
            var answer = ask(line, "Host: ONE\r\nCookie: " + other.session());
            assertThat(answer.text()).doesNotContain(allMarks().subList(2, 4));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.0", "GET /"})
    void an_older_protocol_has_no_host_and_so_no_utility(String line) {
        assertThat(ask(line, "X-Nothing: 1").text()).doesNotContain(allMarks());
    }

    private List<String> allMarks() {
        return Stream.concat(one.marks().stream(), other.marks().stream()).toList();
    }

    private Answer ask(String line, String lines) {
        var request = line + "\r\n" + lines + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        return wire.send(request.replace("UPPER", one.host().toUpperCase())
                .replace("ONE", one.host())
                .replace("OTHER", other.host())
                .replace("PORT", Integer.toString(port))
                .getBytes(StandardCharsets.ISO_8859_1));
    }
}
