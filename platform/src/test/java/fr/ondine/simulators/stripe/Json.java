package fr.ondine.simulators.stripe;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The simulator's objects are JSON trees, as they are on the wire. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static ObjectNode parse(String text) {
        return (ObjectNode) MAPPER.readTree(text);
    }

    static ObjectNode of(Map<String, String> entries) {
        var node = object();
        entries.forEach(node::put);
        return node;
    }

    static String text(ObjectNode node, String field) {
        return node.path(field).asString("");
    }

    /** An identifier such as Stripe gives: a prefix and characters that say nothing. */
    static String id(String prefix) {
        var id = new StringBuilder(prefix).append('_');
        ThreadLocalRandom.current().ints(24, 0, ALPHABET.length()).forEach(i -> id.append(ALPHABET.charAt(i)));
        return id.toString();
    }
}
