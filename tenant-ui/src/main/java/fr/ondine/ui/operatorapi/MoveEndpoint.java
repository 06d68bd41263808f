package fr.ondine.ui.operatorapi;

import fr.ondine.migrations.MoveReport;
import fr.ondine.platform.fleet.TransferProgress;
import fr.ondine.platform.operators.ManagedMoves;
import fr.ondine.ui.security.KeyAuthentication;
import fr.ondine.ui.transfers.ProgressLines;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Takes utilities to another PostgreSQL of the platform, and deletes what they left. */
@OperatorEndpoint
class MoveEndpoint {

    private final ManagedMoves moves;

    MoveEndpoint(ManagedMoves moves) {
        this.moves = moves;
    }

    @Operation(
            summary =
                    "Takes a utility to another PostgreSQL of the platform; it lives and works there when this answers",
            description =
                    "Its portal says meanwhile that it comes back. What it leaves is kept until it is deleted. With"
                            + " Accept: application/x-ndjson it tells how far it has come, a line a step, and at last what came"
                            + " of it.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = MoveReport.class)),
                @Content(mediaType = ProgressLines.TYPE, schema = @Schema(type = "string"))
            })
    @PostMapping("/{slug}/move")
    @Nullable
    ResponseEntity<MoveReport> move(
            KeyAuthentication caller,
            @PathVariable String slug,
            @Valid @RequestBody Target target,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            HttpServletResponse response) {
        if (accept.contains(ProgressLines.TYPE)) {
            new ProgressLines(response, ProgramRefusals::of)
                    .tell(progress -> moves.move(caller.operator(), slug, target.cluster(), progress));
            return null;
        }
        return ResponseEntity.ok(moves.move(caller.operator(), slug, target.cluster(), TransferProgress.SILENT));
    }

    @Operation(summary = "The clusters that keep what a utility left when it moved away, as far as they answer")
    @GetMapping("/{slug}/kept")
    List<String> kept(KeyAuthentication caller, @PathVariable String slug) {
        return moves.kept(caller.operator(), slug);
    }

    @Operation(summary = "Deletes what a utility left on a cluster when it moved away, by its full name")
    @DeleteMapping("/{slug}/kept/{cluster}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            KeyAuthentication caller,
            @PathVariable String slug,
            @PathVariable String cluster,
            @RequestParam String name) {
        moves.deletion(caller.operator(), slug, cluster, name).run();
    }

    /** Where it goes, as in {@code ondine.database.clusters}, or {@code main}. */
    record Target(@NotNull String cluster) {}
}
