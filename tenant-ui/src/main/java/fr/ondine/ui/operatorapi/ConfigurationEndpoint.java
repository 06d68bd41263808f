package fr.ondine.ui.operatorapi;

import fr.ondine.platform.fleet.ConfigurationVersion;
import fr.ondine.platform.fleet.Configured;
import fr.ondine.platform.fleet.Edit;
import fr.ondine.platform.operators.ManagedFleet;
import fr.ondine.ui.security.KeyAuthentication;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** A utility's configuration and those before it; whoever changes it says which one they have seen. */
@OperatorEndpoint
class ConfigurationEndpoint {

    private static final String YAML = YamlBody.TYPE + ";charset=UTF-8";

    private final ManagedFleet fleet;

    ConfigurationEndpoint(ManagedFleet fleet) {
        this.fleet = fleet;
    }

    @Operation(summary = "The configuration in force, and its version as entity tag")
    @GetMapping(path = "/{slug}/configuration", produces = YAML)
    ResponseEntity<String> inForce(KeyAuthentication caller, @PathVariable String slug) {
        var who = caller.operator();
        // the version first: should another come into force in between, it is not taken for seen
        var version = fleet.get(who, slug).configurationVersion();
        return ResponseEntity.ok().eTag(SeenVersion.tag(version)).body(fleet.configuration(who, slug));
    }

    @Operation(
            summary = "Puts a configuration in force on all nodes, unless another than the one seen is by then",
            description = "If-Match names the version that was seen. With dry-run it only tells what would change.")
    @YamlBody
    @PutMapping(
            path = "/{slug}/configuration",
            consumes = {YamlBody.TYPE, YamlBody.OLD_TYPE})
    ResponseEntity<Configured> configure(
            KeyAuthentication caller,
            @PathVariable String slug,
            InputStream body,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dry,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen)
            throws IOException {
        var who = caller.operator();
        var yaml = Yaml.read(body);
        if (dry) {
            var version = fleet.get(who, slug).configurationVersion();
            return answer(new Configured(version, fleet.difference(who, slug, yaml)));
        }
        return answer(fleet.configure(who, slug, new Edit(yaml, reason, SeenVersion.of(seen))));
    }

    @Operation(summary = "The configurations that were in force, the latest first")
    @GetMapping("/{slug}/configurations")
    List<ConfigurationVersion> history(KeyAuthentication caller, @PathVariable String slug) {
        return fleet.history(caller.operator(), slug);
    }

    @Operation(summary = "The configuration that was in force under that version")
    @GetMapping(path = "/{slug}/configurations/{version}", produces = YAML)
    String version(KeyAuthentication caller, @PathVariable String slug, @PathVariable int version) {
        return fleet.configuration(caller.operator(), slug, version);
    }

    @Operation(summary = "Puts a version in force again, as a version of its own")
    @PostMapping("/{slug}/rollback")
    ResponseEntity<Configured> rollBack(
            KeyAuthentication caller,
            @PathVariable String slug,
            @RequestBody Earlier earlier,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        return answer(fleet.rollBack(caller.operator(), slug, earlier.version(), SeenVersion.of(seen)));
    }

    private static ResponseEntity<Configured> answer(Configured configured) {
        return ResponseEntity.ok().eTag(SeenVersion.tag(configured.version())).body(configured);
    }

    /** The version to go back to. */
    record Earlier(int version) {}
}
