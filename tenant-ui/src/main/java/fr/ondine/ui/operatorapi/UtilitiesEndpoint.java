package fr.ondine.ui.operatorapi;

import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.fleet.AuditedAct;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.platform.operators.ManagedFleet;
import fr.ondine.ui.security.KeyAuthentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The fleet as a program sees it, and how it adds to it. */
@OperatorEndpoint
class UtilitiesEndpoint {

    private static final int MOST = 200;

    private final ManagedFleet fleet;

    UtilitiesEndpoint(ManagedFleet fleet) {
        this.fleet = fleet;
    }

    @Operation(summary = "Finds utilities, those with a problem first")
    @GetMapping
    FleetPage search(
            KeyAuthentication caller,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") Set<UtilityState> state,
            @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST) int size) {
        return new FleetPage(fleet.search(caller.operator(), search, state, PageRequest.of(page - 1, size)));
    }

    @Operation(summary = "Adds a utility from its configuration; its portal answers when this does")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @YamlBody
    @PostMapping(consumes = {YamlBody.TYPE, YamlBody.OLD_TYPE})
    ResponseEntity<UtilitySummary> add(
            KeyAuthentication caller,
            InputStream body,
            @RequestParam(defaultValue = "false") boolean draft,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dry)
            throws IOException {
        var who = caller.operator();
        var yaml = Yaml.read(body);
        if (dry) {
            fleet.check(who, yaml);
            return ResponseEntity.noContent().build();
        }
        var added = draft ? fleet.draft(who, yaml) : fleet.add(who, yaml);
        return ResponseEntity.created(URI.create("/api/operator/v1/utilities/" + added.slug()))
                .body(added);
    }

    @Operation(summary = "Shows one utility")
    @GetMapping("/{slug}")
    UtilitySummary show(KeyAuthentication caller, @PathVariable String slug) {
        return fleet.get(caller.operator(), slug);
    }

    @Operation(summary = "What was done to a utility, the latest first; known also of one that is gone")
    @GetMapping("/{slug}/acts")
    List<AuditedAct> acts(
            KeyAuthentication caller,
            @PathVariable String slug,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST) int size) {
        return fleet.acts(caller.operator(), slug, size);
    }
}
