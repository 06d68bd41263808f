package fr.ondine.isolation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request as it is written to the wire: an attack may say what no client would. */
record Asked(String method, String host, String target, List<String> headers, String body) {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    static Asked get(String host, String target) {
        return new Asked("GET", host, target, List.of(), "");
    }

    static Asked form(String host, String target, String body) {
        return new Asked("POST", host, target, List.of(FORM), body);
    }

    static Asked form(String method, String host, String target, String body) {
        return new Asked(method, host, target, List.of(FORM), body);
    }

    /** As a browser posts files: each of these names holds a few bytes that are none of the kinds that are taken. */
    static Asked files(String method, String host, String target, Collection<String> names) {
        var body = names.stream()
                .map(name -> "--parts\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"x.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\nx\r\n")
                .collect(Collectors.joining("", "", "--parts--\r\n"));
        return new Asked(method, host, target, List.of("Content-Type: multipart/form-data; boundary=parts"), body);
    }

    static Asked json(String host, String target, String body) {
        return new Asked("POST", host, target, List.of("Content-Type: application/json"), body);
    }

    Asked with(String header) {
        return new Asked(
                method,
                host,
                target,
                Stream.concat(headers.stream(), Stream.of(header)).toList(),
                body);
    }

    Asked cookies(String cookies) {
        return cookies.isEmpty() ? this : with("Cookie: " + cookies);
    }

    byte[] bytes() {
        var lines = new ArrayList<>(List.of(method + " " + target + " HTTP/1.1", "Host: " + host));
        lines.addAll(headers);
        lines.add("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
        lines.add("Connection: close");
        return (String.join("\r\n", lines) + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);
    }
}
