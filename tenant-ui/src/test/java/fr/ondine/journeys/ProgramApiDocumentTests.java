package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.provider.ClientKind;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.tenancy.TenantId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document of the interface says what there is, what it wants and what it answers. */
class ProgramApiDocumentTests extends ProgramApiPortal {

    @Autowired
    List<RequestMappingHandlerMapping> endpoints;

    @ParameterizedTest
    @ValueSource(
            strings = {"size=0", "size=201", "size=x", "after=%25%25", "after=eA", "from=yesterday", "agreement=x"})
    void what_cannot_be_asked_is_refused_in_a_document(String query) {
        var refused = get(HERE, "invoices?" + query, token(ClientScope.INVOICES_READ));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.header("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void each_address_wants_its_own_scope_and_its_own_utility() {
        var document = document(HERE);
        var machines = Map.of(
                "readings:write", token(ClientScope.READINGS_WRITE),
                "invoices:read", token(ClientScope.INVOICES_READ),
                "agreements:read", token(ClientScope.AGREEMENTS_READ),
                "imports:write", token(ClientScope.IMPORTS_WRITE),
                "own:read", own(person));
        operations(document).forEach((address, operation) -> {
            var scope = operation
                    .at("/security/0")
                    .valueStream()
                    .findFirst()
                    .orElseThrow()
                    .get(0)
                    .asString();
            machines.forEach((has, token) -> {
                var answer = send(HERE, address, token);
                assertThat(answer.status() == 403)
                        .as("%s with %s: %s", address, has, answer.text())
                        .isEqualTo(!has.equals(scope));
                if (!has.equals(scope)) {
                    assertThat(answer.text()).contains("urn:ondine:problem:scope-missing", scope);
                }
                assertThat(send(THERE, address, token).status()).as(address).isEqualTo(401);
            });
            assertThat(send(HERE, address, "none").status()).as(address).isEqualTo(401);
        });
    }

    @Test
    void the_document_has_every_address_and_no_other_at_the_address_of_its_own_utility() {
        var document = document(HERE);

        assertThat(document.at("/servers/0/url").asString()).isEqualTo("http://" + host(HERE));
        assertThat(document(THERE).at("/servers/0/url").asString()).isEqualTo("http://" + host(THERE));
        assertThat(document.toString()).doesNotContain(host(THERE));
        assertThat(document.at("/components/securitySchemes/subscriber/flows/authorizationCode/authorizationUrl")
                        .asString())
                .isEqualTo("http://" + host(HERE) + "/oauth2/authorize");
        var there = new HashSet<String>();
        endpoints.forEach(mapping -> mapping.getHandlerMethods()
                .forEach((known, method) -> known.getPatternValues().stream()
                        .filter(path -> path.startsWith(ALL) && !path.endsWith("openapi.json"))
                        .forEach(path -> known.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> {
                                    there.add(verb + " " + path);
                                    assertThat(parameters(document, verb + " " + path))
                                            .as(path)
                                            .containsExactlyInAnyOrderElementsOf(ApiParameters.of(method));
                                }))));
        assertThat(operations(document).keySet()).containsExactlyInAnyOrderElementsOf(there);
        var scopes = new HashSet<String>();
        document.at("/components/securitySchemes")
                .valueStream()
                .flatMap(scheme -> scheme.get("flows").valueStream())
                .forEach(flow -> scopes.addAll(flow.get("scopes").propertyNames()));
        assertThat(scopes)
                .containsExactlyInAnyOrderElementsOf(List.of(ClientScope.values()).stream()
                        .map(ClientScope::word)
                        .toList());
    }

    @Test
    void what_is_answered_is_what_the_document_says() {
        var document = document(HERE);
        var machine = token(ClientScope.INVOICES_READ, ClientScope.AGREEMENTS_READ);
        var token = own(person);
        operations(document).forEach((address, operation) -> {
            var schema = operation.at("/responses/200/content/application~1json/schema/$ref");
            if (address.startsWith("GET") && !schema.isMissingNode()) {
                var answer = send(HERE, address, address.contains("/me") ? token : machine);
                assertThat(answer.status()).as(address).isEqualTo(200);
                Described.assertIs(document, json(answer), schema.asString(), address);
            }
        });
    }

    @Test
    void what_is_refused_of_what_cannot_be_read_is_in_the_document_too() {
        var machine = token(ClientScope.of(ClientKind.MACHINE).toArray(ClientScope[]::new));
        var token = own(person);
        operations(document(HERE)).forEach((address, operation) -> {
            var whose = address.contains("/me") ? token : machine;
            if (address.contains("{id}")) {
                assertDescribed(operation, send(address.replace("{id}", "x"), "", "Accept: */*", whose), 400);
            }
            if (address.startsWith("POST")) {
                assertDescribed(operation, send(address, "{}", "Content-Type: text/plain", whose), 415);
            }
            if (address.endsWith("readings")) {
                var large = " ".repeat(4 * 1024 * 1024 + 1);
                assertDescribed(operation, send(address, large, "Content-Type: application/json", whose), 413);
            }
        });
    }

    private static void assertDescribed(JsonNode operation, RawHttp.Answer refused, int status) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(status);
        assertThat(refused.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(operation.get("responses").propertyNames()).contains(String.valueOf(status));
    }

    private RawHttp.Answer send(String address, String body, String header, String token) {
        return new RawHttp(port)
                .send(
                        address + " HTTP/1.1",
                        host(HERE),
                        body,
                        header,
                        "Idempotency-Key: k",
                        "Authorization: Bearer " + token);
    }

    private RawHttp.Answer send(TenantId utility, String address, String token) {
        var parts = address.split(" ");
        var path = parts[1].replace(
                "{id}", (parts[1].contains("invoices/{id}") ? invoices.getFirst() : held.agreement()).toString());
        var type = path.endsWith("imports") ? "application/zip" : "application/json";
        return new RawHttp(port)
                .send(
                        parts[0] + " " + path + " HTTP/1.1",
                        host(utility),
                        parts[0].equals("GET") ? "" : "{}",
                        "Content-Type: " + type,
                        "Idempotency-Key: k",
                        "Authorization: Bearer " + token);
    }

    private static Map<String, JsonNode> operations(JsonNode document) {
        var operations = new java.util.LinkedHashMap<String, JsonNode>();
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(verb ->
                                operations.put(verb.getKey().toUpperCase() + " " + path.getKey(), verb.getValue())));
        return operations;
    }

    private static Set<String> parameters(JsonNode document, String address) {
        var names = new HashSet<String>();
        operations(document)
                .getOrDefault(address, JsonMapper.shared().createObjectNode())
                .path("parameters")
                .valueStream()
                .forEach(parameter -> names.add(parameter.get("name").asString()));
        return names;
    }

    private JsonNode document(TenantId utility) {
        return json(new RawHttp(port).get(host(utility), "/api/v1/openapi.json"));
    }
}
