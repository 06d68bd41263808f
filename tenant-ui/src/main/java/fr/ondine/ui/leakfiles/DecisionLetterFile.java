package fr.ondine.ui.leakfiles;

import fr.ondine.platform.leaks.LeakFileId;
import fr.ondine.platform.leaks.LeakPaper;
import fr.ondine.platform.staff.CurrentStaff;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was decided of a leak, to be printed for a household that no mail reaches. */
@RestController
class DecisionLetterFile {

    private final LeakPaper paper;

    DecisionLetterFile(LeakPaper paper) {
        this.paper = paper;
    }

    @GetMapping("/gestion/fuites/{id}/lettre.pdf")
    ResponseEntity<byte[]> file(@AuthenticationPrincipal CurrentStaff person, @PathVariable("id") UUID id) {
        return paper.decision(person, new LeakFileId(id))
                .map(pdf -> ResponseEntity.ok()
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
