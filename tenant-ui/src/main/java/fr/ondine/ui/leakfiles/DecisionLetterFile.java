package fr.ondine.ui.leakfiles;

import fr.ondine.platform.leaks.LeakFileId;
import fr.ondine.platform.leaks.LeakPaper;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.ui.shell.DocumentAnswer;
import java.util.UUID;
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
        return DocumentAnswer.shown(paper.decision(person, new LeakFileId(id)));
    }
}
