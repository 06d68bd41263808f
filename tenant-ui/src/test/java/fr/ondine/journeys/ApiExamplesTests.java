package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever reads the document of the interface finds an example of whatever is sent, and one that could be sent. */
class ApiExamplesTests {

    private static final JsonNode DOCUMENT = document();

    private record Place(String where, JsonNode described) {

        @Override
        public String toString() {
            return where;
        }
    }

    @Test
    void whatever_is_sent_has_an_example_that_is_as_its_schema_says() {
        assertThat(whatIsSent()).isNotEmpty().allSatisfy(place -> {
            assertThat(place.described.has("example"))
                    .as("%s has an example", place.where)
                    .isTrue();
            Described.assertIs(DOCUMENT, place.described.get("example"), place.described.get("schema"), place.where);
        });
    }

    private static Stream<Place> whatIsSent() {
        return DOCUMENT.get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .flatMap(verb -> of(verb.getKey() + " " + path.getKey(), verb.getValue())));
    }

    private static Stream<Place> of(String address, JsonNode operation) {
        var parameters = operation
                .path("parameters")
                .valueStream()
                .map(parameter -> new Place(address + " " + parameter.get("name"), parameter));
        var answers = operation
                .get("responses")
                .propertyStream()
                .flatMap(answer -> answer(address + " " + answer.getKey(), resolved(answer.getValue())));
        return Stream.of(parameters, json(address + " asks", operation.path("requestBody")), answers)
                .flatMap(places -> places);
    }

    private static Stream<Place> answer(String where, JsonNode answer) {
        var headers = answer.path("headers")
                .propertyStream()
                .map(header -> new Place(where + " " + header.getKey(), resolved(header.getValue())));
        return Stream.concat(headers, json(where, answer));
    }

    /** Files, as papers and what is imported, have none. */
    private static Stream<Place> json(String where, JsonNode body) {
        return body.path("content")
                .propertyStream()
                .filter(content -> content.getKey().endsWith("json"))
                .map(content -> new Place(where, content.getValue()));
    }

    private static JsonNode resolved(JsonNode described) {
        return described.has("$ref")
                ? DOCUMENT.at(described.get("$ref").asString().substring(1))
                : described;
    }

    private static JsonNode document() {
        try (var file =
                Objects.requireNonNull(ApiExamplesTests.class.getResourceAsStream("/fr/ondine/ui/api/openapi.json"))) {
            return JsonMapper.shared().readTree(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
