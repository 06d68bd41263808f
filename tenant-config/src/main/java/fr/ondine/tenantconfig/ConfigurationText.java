package fr.ondine.tenantconfig;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The single values of a configuration's YAML text, each with its path and its line. */
public final class ConfigurationText {

    private final Map<String, Place> values = new LinkedHashMap<>();

    /** Reads the text, which must be YAML; whether it is a configuration is {@link TenantConfigReader}'s question. */
    public ConfigurationText(String yaml) {
        collect(new Place("", TenantConfigReader.parsed(yaml)));
    }

    /** What changes when {@code after} takes the place of {@code before}, in the order of the new text. */
    public static List<ConfigurationChange> difference(String before, String after) {
        var old = new ConfigurationText(before);
        var fresh = new ConfigurationText(after);
        var paths = new LinkedHashSet<>(fresh.values.keySet());
        paths.addAll(old.values.keySet());
        var changes = new ArrayList<ConfigurationChange>();
        for (var path : paths) {
            var change = new ConfigurationChange(path, old.value(path), fresh.value(path));
            if (!Objects.equals(change.before(), change.after())) {
                changes.add(change);
            }
        }
        return List.copyOf(changes);
    }

    /** Refuses the value at a path for a reason that only the platform knows, as the reader refuses what it sees itself. */
    public InvalidConfiguration refusing(String path, String code, Object... reasons) {
        var place = values.get(path);
        return new InvalidConfiguration(
                List.of(new Refusal(path, place == null ? 1 : place.line(), code, List.of(reasons))));
    }

    private void collect(Place place) {
        switch (place.node()) {
            case MappingNode group ->
                group.getValue().forEach(entry -> collect(place.child(text(entry.getKeyNode()), entry.getValueNode())));
            case SequenceNode list -> {
                var number = 0;
                for (var item : list.getValue()) {
                    collect(new Place(place.path() + "[" + ++number + "]", item));
                }
            }
            default -> values.put(place.path(), place);
        }
    }

    private @org.jspecify.annotations.Nullable String value(String path) {
        var place = values.get(path);
        return place == null ? null : text(place.node());
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }
}
