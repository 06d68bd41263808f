package fr.ondine.tenantconfig;

import java.util.LinkedHashMap;
import java.util.Map;
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

    /** Puts a text, a whole number, a list or a group at a path, as {@code contact.opening-hours}. */
    public ConfigurationEdit with(String path, Object value) {
        var parts = path.split("\\.");
        var group = values;
        for (var at = 0; at < parts.length - 1; at++) {
            group = group(group.computeIfAbsent(parts[at], missing -> new LinkedHashMap<String, Object>()));
        }
        group.put(parts[parts.length - 1], value);
        return this;
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
