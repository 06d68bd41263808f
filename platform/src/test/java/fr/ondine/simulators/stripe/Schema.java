package fr.ondine.simulators.stripe;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The parameters that one operation takes: {@code name}, {@code name!} when required, {@code name:type} when not a
 * text; an array's member is written {@code []} and a free key {@code [*]}.
 */
final class Schema {

    private static final Pattern INDEX = Pattern.compile("\\[\\d*]");
    private static final Pattern KEY = Pattern.compile("\\[[^\\]]*]$");

    private final Map<String, String> types = new LinkedHashMap<>();
    private final List<String> required;

    private Schema(String... declarations) {
        required = List.of(declarations).stream()
                .filter(declaration -> nameOf(declaration).endsWith("!"))
                .map(declaration -> nameOf(declaration).replace("!", ""))
                .toList();
        for (var declaration : declarations) {
            var colon = declaration.indexOf(':');
            types.put(nameOf(declaration).replace("!", ""), colon < 0 ? "text" : declaration.substring(colon + 1));
        }
        types.put("expand[]", "text");
    }

    static Schema of(String... declarations) {
        return new Schema(declarations);
    }

    void check(Form form) {
        form.values().forEach(this::check);
        for (var name : required) {
            var present =
                    form.values().keySet().stream().anyMatch(key -> key.equals(name) || key.startsWith(name + "["));
            if (!present) {
                throw StripeError.missing(name);
            }
        }
    }

    private void check(String name, String value) {
        var shape = INDEX.matcher(name).replaceAll("[]");
        var type = types.getOrDefault(shape, types.get(KEY.matcher(name).replaceAll("[*]")));
        if (type == null) {
            throw types.keySet().stream().anyMatch(known -> known.startsWith(shape + "["))
                    ? StripeError.invalid("", name, "Invalid " + (types.containsKey(shape + "[]") ? "array" : "object"))
                    : StripeError.unknownParameter(name);
        }
        checkType(name, type, value);
    }

    private static void checkType(String name, String type, String value) {
        if (value.isEmpty()) {
            throw StripeError.invalid(
                    "parameter_invalid_empty", name, "You passed an empty string for '" + name + "'.");
        }
        switch (type) {
            case "text" -> {}
            case "integer" ->
                require(value.matches("-?\\d{1,18}"), "parameter_invalid_integer", name, "Invalid integer: " + value);
            case "boolean" -> require(value.matches("true|false"), "", name, "Invalid boolean: " + value);
            case "currency" -> require(value.matches("[A-Za-z]{3}"), "", name, "Invalid currency: " + value);
            case "email" ->
                require(
                        value.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"),
                        "email_invalid",
                        name,
                        "Invalid email address: " + value);
            case "url" -> require(isUrl(value), "url_invalid", name, "Not a valid URL");
            default ->
                require(
                        List.of(type.split("\\|")).contains(value),
                        "",
                        name,
                        "Invalid " + name + ": must be one of " + type.replace("|", ", "));
        }
    }

    private static void require(boolean valid, String code, String name, String message) {
        if (!valid) {
            throw StripeError.invalid(code, name, message);
        }
    }

    private static boolean isUrl(String value) {
        try {
            var url = new URI(value.replace("{CHECKOUT_SESSION_ID}", "id"));
            return List.of("http", "https").contains(url.getScheme()) && url.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String nameOf(String declaration) {
        return declaration.split(":", 2)[0];
    }
}
