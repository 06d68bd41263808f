package fr.ondine.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Values files as trees, whose leaves have paths such as {@code web.resources.limits.memory}. */
final class Yaml {

    private Yaml() {}

    static Map<String, Object> read(Path file) {
        try {
            return map(Objects.requireNonNullElse(load(Files.readString(file)), Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable Object load(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    static List<Map<String, Object>> all(String text) {
        var documents = new ArrayList<Map<String, Object>>();
        for (var document : new Load(LoadSettings.builder().build()).loadAllFromString(text)) {
            if (document != null) {
                documents.add(map(document));
            }
        }
        return documents;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> maps(@Nullable Object node) {
        return node == null ? List.of() : (List<Map<String, Object>>) node;
    }

    /** What is at a path such as {@code spec.template.spec}; nothing when it ends before. */
    static @Nullable Object at(Map<String, Object> tree, String path) {
        Object node = tree;
        for (var name : path.split("\\.", -1)) {
            if (!(node instanceof Map<?, ?> inner)) {
                return null;
            }
            node = inner.get(name);
        }
        return node;
    }

    static Object there(Map<String, Object> tree, String path) {
        return Objects.requireNonNull(at(tree, path), path);
    }

    /** The paths of all that is no map, or an empty one. */
    static List<String> leaves(Map<String, Object> tree) {
        var found = new ArrayList<String>();
        tree.forEach((name, node) -> {
            if (node instanceof Map<?, ?> inner && !inner.isEmpty()) {
                leaves(map(inner)).forEach(path -> found.add(name + "." + path));
            } else {
                found.add(name);
            }
        });
        return found;
    }

    /** As Helm lays one values file over another: null takes away what is below. */
    static Map<String, Object> over(Map<String, Object> below, Map<String, Object> above) {
        var merged = new LinkedHashMap<>(below);
        above.forEach((name, node) -> merged.compute(
                name,
                (same, old) ->
                        old instanceof Map<?, ?> && node instanceof Map<?, ?> ? over(map(old), map(node)) : node));
        return merged;
    }

    static Map<String, Object> without(Map<String, Object> tree, String path) {
        var copy = new LinkedHashMap<>(tree);
        var dot = path.indexOf('.');
        if (dot < 0) {
            copy.remove(path);
        } else {
            var name = path.substring(0, dot);
            copy.computeIfPresent(name, (same, node) -> without(map(node), path.substring(dot + 1)));
        }
        return copy;
    }
}
