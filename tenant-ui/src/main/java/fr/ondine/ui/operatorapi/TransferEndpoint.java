package fr.ondine.ui.operatorapi;

import fr.ondine.platform.fleet.ImportReport;
import fr.ondine.platform.fleet.TransferProgress;
import fr.ondine.platform.operators.ManagedTransfers;
import fr.ondine.ui.security.KeyAuthentication;
import fr.ondine.ui.transfers.Attachment;
import fr.ondine.ui.transfers.Header;
import fr.ondine.ui.transfers.ProgressLines;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Sends whole utilities away in one file, and takes them in; the passphrase comes in a header, which nobody logs. */
@OperatorEndpoint
class TransferEndpoint {

    private static final String ZIP = "application/zip";

    private final ManagedTransfers transfers;

    TransferEndpoint(ManagedTransfers transfers) {
        this.transfers = transfers;
    }

    @Operation(
            summary = "Sends a whole utility in one file while it is made",
            description =
                    "The passphrase (Base64 of its UTF-8) opens its secrets. When it breaks off, so does the connection.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = ZIP, schema = @Schema(type = "string")))
    @PostMapping("/{slug}/export")
    void export(
            KeyAuthentication caller,
            @PathVariable String slug,
            @RequestHeader(Header.PASSPHRASE) String passphrase,
            HttpServletResponse response) {
        new Attachment(response, ZIP)
                .send(to -> transfers.export(caller.operator(), slug, Header.decoded(passphrase), to));
    }

    @Operation(
            summary = "Takes a utility in from its export, all of it or nothing; its portal answers when this does",
            description = "With Accept: application/x-ndjson it tells how far it has come, a line a step, and at last"
                    + " what came of it.")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ZipBody
    @PostMapping(path = "/import", consumes = ZIP)
    @Nullable
    ResponseEntity<ImportReport> take(
            KeyAuthentication caller,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestHeader(Header.PASSPHRASE) String passphrase,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            @RequestParam(name = "as", defaultValue = "") String slug,
            @RequestParam(name = "host", defaultValue = "") List<String> hosts,
            @RequestParam(name = "take-over", defaultValue = "false") boolean takeOver)
            throws IOException {
        var wish = new ManagedTransfers.Wish(
                request.getContentLengthLong(), Header.decoded(passphrase), slug, hosts, takeOver);
        var sent = request.getInputStream();
        if (accept.contains(ProgressLines.TYPE)) {
            new ProgressLines(response, ProgramRefusals::of)
                    .tell(progress -> transfers.take(caller.operator(), sent, wish, progress));
            return null;
        }
        var report = transfers.take(caller.operator(), sent, wish, TransferProgress.SILENT);
        return ResponseEntity.created(URI.create(
                        "/api/operator/v1/utilities/" + report.utility().slug()))
                .body(report);
    }
}
