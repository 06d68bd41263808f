package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.LocalDate;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Whether a value is as the schema of an OpenAPI document says: the fields, those that must be there, their types. */
final class Described {

    private Described() {}

    static void assertIs(JsonNode document, JsonNode value, String schema, String where) {
        assertIs(document, value, document.at(schema.substring(1)), where);
    }

    static void assertIs(JsonNode document, JsonNode value, JsonNode described, String where) {
        var schema = described.has("$ref")
                ? document.at(described.get("$ref").asString().substring(1))
                : described;
        switch (schema.get("type").asString()) {
            case "object" -> {
                assertThat(schema.get("properties").propertyNames()).as(where).containsAll(value.propertyNames());
                schema.path("required")
                        .valueStream()
                        .forEach(name -> assertThat(value.has(name.asString()))
                                .as("%s must have %s", where, name)
                                .isTrue());
                value.propertyStream()
                        .forEach(field -> assertIs(
                                document,
                                field.getValue(),
                                schema.get("properties").get(field.getKey()),
                                where + "/" + field.getKey()));
            }
            case "array" -> value.valueStream().forEach(one -> assertIs(document, one, schema.get("items"), where));
            case "integer" -> assertThat(value.isIntegralNumber()).as(where).isTrue();
            case "boolean" -> assertThat(value.isBoolean()).as(where).isTrue();
            default -> {
                assertThat(value.isString()).as(where).isTrue();
                assertHasForm(value.asString(), schema.path("format").asString(""), where);
                if (schema.has("pattern")) {
                    assertThat(value.asString())
                            .as(where)
                            .matches(schema.get("pattern").asString());
                }
                if (schema.has("enum")) {
                    assertThat(schema.get("enum").valueStream().map(JsonNode::asString))
                            .as(where)
                            .contains(value.asString());
                }
            }
        }
    }

    private static void assertHasForm(String value, String format, String where) {
        switch (format) {
            case "date" -> assertThatNoException().as(where).isThrownBy(() -> LocalDate.parse(value));
            case "uuid" -> assertThat(UUID.fromString(value)).as(where).hasToString(value);
            default -> assertThat(format).as(where).isIn("", "uri", "uri-reference");
        }
    }
}
