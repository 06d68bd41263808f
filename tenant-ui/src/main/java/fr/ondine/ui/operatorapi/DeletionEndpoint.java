package fr.ondine.ui.operatorapi;

import fr.ondine.platform.operators.ManagedFleet;
import fr.ondine.ui.security.KeyAuthentication;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Deletes an archived utility in two steps, each with its full name: asked for, then done after the time of grace. */
@OperatorEndpoint
class DeletionEndpoint {

    private final ManagedFleet fleet;

    DeletionEndpoint(ManagedFleet fleet) {
        this.fleet = fleet;
    }

    @Operation(summary = "Asks for the deletion of an archived utility, by its full name; nothing is lost yet")
    @PostMapping("/{slug}/deletion")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Asked ask(KeyAuthentication caller, @PathVariable String slug, @Valid @RequestBody Named named) {
        return new Asked(fleet.askDeletion(caller.operator(), slug, named.name()));
    }

    @Operation(summary = "Keeps a utility whose deletion was asked for")
    @DeleteMapping("/{slug}/deletion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(KeyAuthentication caller, @PathVariable String slug) {
        fleet.withdrawDeletion(caller.operator(), slug);
    }

    @Operation(summary = "Deletes a utility for good, by its full name, when the time of grace is over")
    @DeleteMapping("/{slug}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(KeyAuthentication caller, @PathVariable String slug, @RequestParam String name) {
        fleet.deletion(caller.operator(), slug, name).run();
    }

    /** The full name of the utility, typed. */
    record Named(@NotNull String name) {}

    /** From when on the utility can be deleted, and until when that can be withdrawn. */
    record Asked(Instant possibleAfter) {}
}
