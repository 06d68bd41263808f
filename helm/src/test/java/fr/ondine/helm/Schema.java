package fr.ondine.helm;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** As much of JSON Schema as {@code values.schema.json} uses; a rule is known by its place, {@code #/properties/web/type}. */
record Schema(Map<String, Object> root) {

    /** What is in them is a rule, not they. */
    private static final Set<String> NODES = Set.of("items", "propertyNames", "then", "additionalProperties");

    private static final Set<String> NAMED_NODES = Set.of("properties", "definitions");
    private static final Set<String> WORDS = Set.of("$schema", "title");

    static Schema ofTheChart() {
        return new Schema(Yaml.read(Chart.FOLDER.resolve("values.schema.json")));
    }

    List<String> rules() {
        return rules("#", root).toList();
    }

    private static Stream<String> rules(String place, Map<String, Object> node) {
        return node.entrySet().stream()
                .filter(entry -> !WORDS.contains(entry.getKey()))
                .flatMap(entry -> rules(place + "/" + entry.getKey(), entry.getKey(), entry.getValue()));
    }

    private static Stream<String> rules(String place, String keyword, Object said) {
        if (NAMED_NODES.contains(keyword)) {
            return Yaml.map(said).entrySet().stream()
                    .flatMap(entry -> rules(place + "/" + entry.getKey(), Yaml.map(entry.getValue())));
        }
        return isNode(keyword, said) ? rules(place, Yaml.map(said)) : Stream.of(place);
    }

    private static boolean isNode(String keyword, Object said) {
        return NODES.contains(keyword) && said instanceof Map;
    }

    Schema without(String rule) {
        return new Schema(without(root, List.of(rule.substring("#/".length()).split("/", -1))));
    }

    private static Map<String, Object> without(Map<String, Object> node, List<String> rule) {
        var copy = new HashMap<>(node);
        var name = rule.getFirst();
        if (rule.size() == 1) {
            copy.remove(name);
        } else {
            copy.put(name, without(Yaml.map(Yaml.there(node, name)), rule.subList(1, rule.size())));
        }
        return copy;
    }

    boolean accepts(Map<String, Object> values) {
        return breaks(values).isEmpty();
    }

    /** Each fault, as the rules by which it is one: were any of them not there, it would be none. */
    List<Set<String>> breaks(Map<String, Object> values) {
        return breaks("#", root, values).toList();
    }

    private Stream<Set<String>> breaks(String place, Object node, Object value) {
        var rules = Yaml.map(node);
        return rules.entrySet().stream()
                .flatMap(rule -> breaks(place + "/" + rule.getKey(), rule.getKey(), rule.getValue(), rules, value));
    }

    private Stream<Set<String>> breaks(
            String place, String keyword, Object said, Map<String, Object> node, Object value) {
        return switch (keyword) {
            case "$schema", "title", "definitions", "then" -> Stream.empty();
            case "$ref" -> by(place, breaks(said.toString(), definition(said.toString()), value));
            case "if" ->
                breaks(place, said, value).findAny().isEmpty()
                        ? by(
                                place,
                                breaks(place.replaceFirst("if$", "then"), node.getOrDefault("then", Map.of()), value))
                        : Stream.empty();
            case "items" -> items(value).flatMap(item -> breaks(place, said, item));
            case "propertyNames" -> members(value).keySet().stream().flatMap(name -> breaks(place, said, name));
            case "properties" ->
                members(value).entrySet().stream()
                        .filter(member -> Yaml.map(said).containsKey(member.getKey()))
                        .flatMap(member -> breaks(
                                place + "/" + member.getKey(),
                                Yaml.there(Yaml.map(said), member.getKey()),
                                member.getValue()));
            case "additionalProperties" -> {
                var known = Yaml.map(node.getOrDefault("properties", Map.of())).keySet();
                yield members(value).entrySet().stream()
                        .filter(member -> !known.contains(member.getKey()))
                        .flatMap(member -> isNode(keyword, said)
                                ? breaks(place, said, member.getValue())
                                : Stream.of(Set.of(place)));
            }
            default -> holds(keyword, said, value) ? Stream.empty() : Stream.of(Set.of(place));
        };
    }

    private static Stream<Set<String>> by(String rule, Stream<Set<String>> broken) {
        return broken.map(others -> {
            var all = new HashSet<>(others);
            all.add(rule);
            return all;
        });
    }

    private Object definition(String reference) {
        return Yaml.there(root, reference.substring("#/".length()).replace('/', '.'));
    }

    private static Stream<?> items(Object value) {
        return value instanceof Collection<?> items ? items.stream() : Stream.empty();
    }

    private static Map<String, Object> members(Object value) {
        return value instanceof Map ? Yaml.map(value) : Map.of();
    }

    private boolean holds(String keyword, Object said, Object value) {
        return switch (keyword) {
            case "type" ->
                items(said instanceof List ? said : List.of(said)).anyMatch(type -> isOf(type.toString(), value));
            case "enum" -> items(said).anyMatch(value::equals);
            case "const" -> said.equals(value);
            case "not" -> breaks("", said, value).findAny().isPresent();
            case "pattern" ->
                !(value instanceof String text)
                        || Pattern.compile(said.toString()).matcher(text).find();
            case "required" ->
                !(value instanceof Map) || members(value).keySet().containsAll((List<?>) said);
            case "minimum" -> !(value instanceof Number number) || number.doubleValue() >= number(said);
            case "maximum" -> !(value instanceof Number number) || number.doubleValue() <= number(said);
            case "minLength" -> !(value instanceof String text) || text.length() >= number(said);
            case "minItems" -> !(value instanceof List<?> list) || list.size() >= number(said);
            case "minProperties" -> !(value instanceof Map<?, ?> map) || map.size() >= number(said);
            default -> throw new IllegalArgumentException("this test does not know what " + keyword + " means");
        };
    }

    private static boolean isOf(String type, Object value) {
        return switch (type) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Integer;
            case "number" -> value instanceof Number;
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static double number(Object said) {
        return ((Number) said).doubleValue();
    }
}
