package fr.ondine.tenantconfig;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Turns YAML nodes into records by the names of their components, and collects what does not fit instead of stopping.
 *
 * <p>A null result means that a refusal was recorded. A component may be left out when it is {@code @Nullable},
 * {@link EmptyByDefault} or of a type that has a static method {@code defaults()}.
 */
final class Binder {

    private static final Pattern ITEM = Pattern.compile("[^.\\[]+\\[(\\d+)]");

    private final List<Refusal> refusals = new ArrayList<>();

    List<Refusal> refusals() {
        return refusals;
    }

    <T extends Record> @Nullable T bind(Class<T> type, Node root) {
        return type.cast(value(type, new Place("", root)));
    }

    private @Nullable Object value(Type type, Place place) {
        if (type instanceof ParameterizedType list) {
            return list(list.getActualTypeArguments()[0], place);
        }
        var plain = (Class<?>) type;
        if (!plain.isRecord()) {
            return scalar(plain, place);
        }
        return isSingleText(plain) ? wrapped(plain, place) : record(plain, place);
    }

    private static boolean isSingleText(Class<?> type) {
        var components = type.getRecordComponents();
        return components.length == 1 && components[0].getType() == String.class;
    }

    private @Nullable Object scalar(Class<?> type, Place place) {
        if (!(place.node() instanceof ScalarNode scalar)) {
            return refuse(place, "not-a-value");
        }
        return switch (Scalars.read(type, scalar)) {
            case Scalars.Read(var value) -> value;
            case Scalars.Unreadable(var code, var expected) -> refuse(place, code, scalar.getValue(), expected);
        };
    }

    private @Nullable Object list(Type element, Place place) {
        if (!(place.node() instanceof SequenceNode sequence)) {
            return refuse(place, "not-a-list");
        }
        var values = new ArrayList<Object>();
        for (var node : sequence.getValue()) {
            var value = value(element, new Place(place.path() + "[" + (values.size() + 1) + "]", node));
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return List.copyOf(values);
    }

    private @Nullable Object wrapped(Class<?> type, Place place) {
        var text = scalar(String.class, place);
        return text == null ? null : constructed(type, new Object[] {text}, place, Map.of());
    }

    private @Nullable Object record(Class<?> type, Place place) {
        if (!(place.node() instanceof MappingNode mapping)) {
            return refuse(place, "not-a-group");
        }
        var entries = entries(mapping, place);
        var unknown = new LinkedHashMap<>(entries);
        var components = type.getRecordComponents();
        var values = new @Nullable Object[components.length];
        var complete = true;
        for (int i = 0; i < components.length; i++) {
            var entry = unknown.remove(Place.key(components[i].getName()));
            values[i] = entry == null ? absent(components[i], place) : value(components[i].getGenericType(), entry);
            complete &= values[i] != null || entry == null && isOptional(components[i]);
        }
        unknown.values().forEach(entry -> refuse(entry, "unknown-key"));
        return complete ? constructed(type, values, place, entries) : null;
    }

    private Map<String, Place> entries(MappingNode mapping, Place place) {
        var entries = new LinkedHashMap<String, Place>();
        for (var tuple : mapping.getValue()) {
            var key = tuple.getKeyNode() instanceof ScalarNode name ? name.getValue() : "?";
            var before = entries.putIfAbsent(key, place.child(key, tuple.getValueNode()));
            if (before != null) {
                refuse(place.child(key, tuple.getKeyNode()), "repeated-key");
            }
        }
        return entries;
    }

    private @Nullable Object absent(RecordComponent component, Place place) {
        if (isOptional(component)) {
            return null;
        }
        if (component.isAnnotationPresent(EmptyByDefault.class)) {
            return List.of();
        }
        var defaults = Arrays.stream(component.getType().getDeclaredMethods())
                .filter(method -> method.getName().equals("defaults"))
                .findFirst();
        try {
            return defaults.isPresent()
                    ? defaults.get().invoke(null)
                    : refuse(place.child(Place.key(component.getName()), place.node()), "missing-key");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("defaults() of " + component.getType() + " cannot be called", e);
        }
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private @Nullable Object constructed(
            Class<?> type, @Nullable Object[] values, Place place, Map<String, Place> entries) {
        try {
            return constructor(type).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Invalid invalid) {
                return refuse(
                        named(invalid.field(), place, entries),
                        invalid.code(),
                        invalid.values().toArray());
            }
            throw new IllegalStateException(type + " cannot be constructed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be constructed", e);
        }
    }

    /** The place of a field of a record, of one of its items or of what is in it: {@code forms[2]}. */
    private static Place named(@Nullable String field, Place place, Map<String, Place> entries) {
        if (field == null) {
            return place;
        }
        var key = Place.key(field);
        var written = entries.getOrDefault(key.split("[.\\[]", 2)[0], place);
        return place.child(key, item(key, written.node()));
    }

    /** The item of a list that is named, which stands in a line of its own. */
    private static Node item(String key, Node written) {
        var named = ITEM.matcher(key);
        return written instanceof SequenceNode list && named.matches()
                ? list.getValue().get(Integer.parseInt(named.group(1)) - 1)
                : written;
    }

    private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
        var components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return type.getDeclaredConstructor(components);
    }

    private @Nullable Object refuse(Place place, String code, Object... values) {
        refusals.add(new Refusal(place.path(), place.line(), code, List.of(values)));
        return null;
    }
}
