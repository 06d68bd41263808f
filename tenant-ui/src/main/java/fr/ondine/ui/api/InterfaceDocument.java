package fr.ondine.ui.api;

import fr.ondine.platform.tenancy.Tenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document of this interface, in the name and at the address of the utility that is asked. */
@RestController
class InterfaceDocument {

    private final byte[] common = read();
    private final Tenants tenants;
    private final JsonMapper json;
    private final Answers answers;

    InterfaceDocument(Tenants tenants, JsonMapper json, Answers answers) {
        this.tenants = tenants;
        this.json = json;
        this.answers = answers;
    }

    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<byte[]> document() {
        var document = (ObjectNode) json.readTree(common);
        document.withObject("/info").put("title", tenants.current().name());
        document.withArray("/servers").removeAll().addObject().put("url", tenants.origin());
        document.withObject("/components/securitySchemes")
                .forEach(scheme -> scheme.get("flows").forEach(flow -> complete((ObjectNode) flow)));
        return answers.of(document);
    }

    /** Addresses of the provider are whole ones: readers of the document take them as they are. */
    private void complete(ObjectNode flow) {
        for (var name : flow.propertyNames()) {
            if (name.endsWith("Url")) {
                flow.put(name, tenants.origin() + flow.get(name).asString());
            }
        }
    }

    private static byte[] read() {
        try (var file = Objects.requireNonNull(InterfaceDocument.class.getResourceAsStream("openapi.json"))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
