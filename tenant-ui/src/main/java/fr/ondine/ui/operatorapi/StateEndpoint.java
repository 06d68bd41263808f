package fr.ondine.ui.operatorapi;

import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.platform.operators.ManagedFleet;
import fr.ondine.platform.tenancy.Limits;
import fr.ondine.ui.security.KeyAuthentication;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Closes utilities, opens them, puts them away, migrates them; asked for twice, each is done once. */
@OperatorEndpoint
class StateEndpoint {

    private final ManagedFleet fleet;

    StateEndpoint(ManagedFleet fleet) {
        this.fleet = fleet;
    }

    @Operation(summary = "Closes a portal; its data stay and its payments are still booked")
    @PostMapping("/{slug}/suspend")
    UtilitySummary suspend(
            KeyAuthentication caller, @PathVariable String slug, @RequestBody(required = false) @Nullable Why why) {
        return fleet.suspend(caller.operator(), slug, Why.of(why));
    }

    @Operation(summary = "Opens a suspended or archived utility again")
    @PostMapping("/{slug}/resume")
    UtilitySummary resume(
            KeyAuthentication caller, @PathVariable String slug, @RequestBody(required = false) @Nullable Why why) {
        return fleet.resume(caller.operator(), slug, Why.of(why));
    }

    @Operation(summary = "Puts a utility away: it answers on no host any more, its data stay")
    @PostMapping("/{slug}/archive")
    UtilitySummary archive(
            KeyAuthentication caller, @PathVariable String slug, @RequestBody(required = false) @Nullable Why why) {
        return fleet.archive(caller.operator(), slug, Why.of(why));
    }

    @Operation(summary = "Makes the schema of a draft or after a failure, or brings it up to date")
    @PostMapping("/{slug}/migrate")
    UtilitySummary migrate(KeyAuthentication caller, @PathVariable String slug) {
        return fleet.migrate(caller.operator(), slug);
    }

    @Operation(summary = "Sets how much of the platform a utility may use")
    @PutMapping("/{slug}/limits")
    Limits limit(KeyAuthentication caller, @PathVariable String slug, @RequestBody Limits limits) {
        return fleet.limit(caller.operator(), slug, limits);
    }

    /** Why it is done, kept with who does it. */
    record Why(@Nullable String reason) {

        static String of(@Nullable Why why) {
            return why == null || why.reason() == null ? "" : why.reason();
        }
    }
}
