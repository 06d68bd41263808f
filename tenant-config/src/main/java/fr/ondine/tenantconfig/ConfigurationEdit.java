package fr.ondine.tenantconfig;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** A configuration's text in which some values are replaced; the others keep their value and their order. */
public final class ConfigurationEdit {

    private static final int LONGEST_LINE = 10_000;

    private final Map<String, Object> values;

    public ConfigurationEdit(String yaml) {
        TenantConfigReader.parsed(yaml);
        values = group(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    /** Puts a text, a whole number, a choice, a list or a group at a path, as {@code contact.opening-hours}. */
    public ConfigurationEdit with(String path, Object value) {
        var parts = path.split("\\.");
        var group = values;
        for (var at = 0; at < parts.length - 1; at++) {
            group = group(group.computeIfAbsent(parts[at], missing -> new LinkedHashMap<String, Object>()));
        }
        group.put(parts[parts.length - 1], written(value));
        return this;
    }

    private static Object written(Object value) {
        return switch (value) {
            case Enum<?> choice -> Scalars.written(choice);
            case List<?> several ->
                several.stream().map(ConfigurationEdit::written).toList();
            default -> value;
        };
    }

    /** Takes a value out; where there is none, nothing changes. */
    public ConfigurationEdit without(String path) {
        var cut = path.lastIndexOf('.');
        if (cut < 0) {
            values.remove(path);
        } else if (at(path.substring(0, cut)) instanceof Map<?, ?> group) {
            group.remove(path.substring(cut + 1));
        }
        return this;
    }

    /** The text at a path, empty where there is none. */
    public String text(String path) {
        return at(path) instanceof Object found ? found.toString() : "";
    }

    private @Nullable Object at(String path) {
        Object found = values;
        for (var part : path.split("\\.")) {
            found = found instanceof Map<?, ?> group ? group.get(part) : null;
        }
        return found;
    }

    public String yaml() {
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(LONGEST_LINE)
                .build();
        return new Dump(settings).dumpToString(values);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> group(Object value) {
        if (value instanceof Map<?, ?> group) {
            return (Map<String, Object>) group;
        }
        throw new IllegalArgumentException("no group of values: " + value);
    }
}
