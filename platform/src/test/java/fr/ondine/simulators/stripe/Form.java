package fr.ondine.simulators.stripe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parameters of one request, flat, under the names that they were sent with: {@code line_items[0][quantity]}. */
record Form(Map<String, String> values) {

    static Form parse(String encoded) {
        var values = new LinkedHashMap<String, String>();
        for (var pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                values.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return new Form(Collections.unmodifiableMap(values));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<Long> integer(String name) {
        return text(name).map(Long::valueOf);
    }

    /** The distinct beginnings of an array's members: {@code line_items[0]}, {@code line_items[1]}. */
    List<String> members(String array) {
        var member = Pattern.compile("^(" + Pattern.quote(array) + "\\[\\d*])");
        return values.keySet().stream()
                .map(member::matcher)
                .filter(found -> found.find())
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** What stands between brackets after a name, as metadata does. */
    Map<String, String> entries(String name) {
        return values.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(name + "[") && entry.getKey().endsWith("]"))
                .collect(Collectors.toMap(
                        entry -> entry.getKey()
                                .substring(name.length() + 1, entry.getKey().length() - 1),
                        Map.Entry::getValue,
                        (first, second) -> second,
                        LinkedHashMap::new));
    }

    /** The same for the same parameters, in whatever order they were sent. */
    String fingerprint() {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
