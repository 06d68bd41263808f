package fr.ondine.tenantconfig;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The single values that a configuration knows, each with the form it must have. */
final class Scalars {

    sealed interface Result {}

    record Read(Object value) implements Result {}

    record Unreadable(String code, String expected) implements Result {}

    private Scalars() {}

    static Result read(Class<?> type, ScalarNode node) {
        if (type == int.class || type == Integer.class) {
            return node.getTag().equals(Tag.INT) && node.getValue().matches("-?\\d{1,9}")
                    ? new Read(Integer.parseInt(node.getValue()))
                    : new Unreadable("not-a-whole-number", "");
        }
        if (type == boolean.class) {
            return node.getTag().equals(Tag.BOOL)
                    ? new Read(Boolean.parseBoolean(node.getValue()))
                    : new Unreadable("not-yes-or-no", "");
        }
        if (!node.getTag().equals(Tag.STR) || node.getValue().isBlank()) {
            return new Unreadable("not-text", "");
        }
        return text(type, node.getValue().strip());
    }

    private static Result text(Class<?> type, String text) {
        if (type == String.class) {
            return new Read(text);
        }
        if (type.isEnum()) {
            return constant(type, text);
        }
        try {
            if (type == LocalDate.class) {
                return new Read(LocalDate.parse(text));
            }
            if (type == MonthDay.class) {
                return new Read(MonthDay.parse("--" + text));
            }
            if (type == ZoneId.class) {
                return new Read(ZoneId.of(text));
            }
            if (type == URI.class) {
                return new Read(new URI(text));
            }
        } catch (DateTimeException | URISyntaxException e) {
            return new Unreadable("not-a-" + type.getSimpleName().toLowerCase(Locale.ROOT), "");
        }
        if (type == Locale.class) {
            return Arrays.asList(Locale.getISOLanguages()).contains(text)
                    ? new Read(Locale.of(text))
                    : new Unreadable("not-a-language", "");
        }
        throw new IllegalStateException("a configuration has no value of type " + type);
    }

    private static Result constant(Class<?> type, String text) {
        var constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> written(constant).equals(text))
                .findFirst()
                .<Result>map(Read::new)
                .orElseGet(() -> new Unreadable(
                        "not-a-choice",
                        Arrays.stream(constants).map(Scalars::written).collect(Collectors.joining(", "))));
    }

    static String written(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
