package fr.ondine.ui.leakfiles;

import fr.ondine.platform.leaks.LeakDesk;
import fr.ondine.platform.leaks.LeakFileId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.ui.shell.DocumentAnswer;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The picture of a certificate, for staff: kept by the browser as a file, never shown as a page of ours. */
@RestController
class LeakCertificateFile {

    private final LeakDesk desk;

    LeakCertificateFile(LeakDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/gestion/fuites/{id}/attestation")
    ResponseEntity<byte[]> file(@AuthenticationPrincipal CurrentStaff person, @PathVariable("id") UUID id) {
        return DocumentAnswer.kept(desk.certificate(person, new LeakFileId(id)));
    }
}
