package fr.ondine.ui.dunning;

import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.reminders.ApologyId;
import fr.ondine.platform.reminders.BatchId;
import fr.ondine.platform.reminders.ReminderPaper;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Letters of a batch, and excuses, to be printed. */
@RestController
class ReminderFile {

    private static final int MOST_PARTS = 10_000;

    private final ReminderPaper paper;

    ReminderFile(ReminderPaper paper) {
        this.paper = paper;
    }

    @GetMapping("/gestion/relances/{id}/lettres/{part}.pdf")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal CurrentStaff person, @PathVariable("id") UUID id, @PathVariable("part") int part) {
        if (!person.may(StaffRole.BILLER) || part < 1 || part > MOST_PARTS) {
            return ResponseEntity.notFound().build();
        }
        return answer(paper.print(person, new BatchId(id), part - 1));
    }

    @GetMapping("/gestion/excuses/{id}.pdf")
    ResponseEntity<byte[]> apology(@AuthenticationPrincipal CurrentStaff person, @PathVariable("id") UUID id) {
        return person.may(StaffRole.BILLER)
                ? answer(paper.apology(person, new ApologyId(id)))
                : ResponseEntity.notFound().build();
    }

    private static ResponseEntity<byte[]> answer(Optional<DocumentContent> document) {
        return document.map(pdf -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(pdf.mediaType()))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.inline()
                                        .filename(pdf.fileName(), StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .header("X-Content-Type-Options", "nosniff")
                        .body(pdf.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
