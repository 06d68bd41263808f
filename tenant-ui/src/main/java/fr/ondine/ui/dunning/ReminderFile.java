package fr.ondine.ui.dunning;

import fr.ondine.platform.reminders.ApologyId;
import fr.ondine.platform.reminders.BatchId;
import fr.ondine.platform.reminders.ReminderPaper;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.ui.shell.DocumentAnswer;
import java.util.UUID;
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
        if (!person.may(StaffPermission.BILL) || part < 1 || part > MOST_PARTS) {
            return ResponseEntity.notFound().build();
        }
        return DocumentAnswer.shown(paper.print(person, new BatchId(id), part - 1));
    }

    @GetMapping("/gestion/excuses/{id}.pdf")
    ResponseEntity<byte[]> apology(@AuthenticationPrincipal CurrentStaff person, @PathVariable("id") UUID id) {
        return person.may(StaffPermission.BILL)
                ? DocumentAnswer.shown(paper.apology(person, new ApologyId(id)))
                : ResponseEntity.notFound().build();
    }
}
