package fr.ondine.ui.schedules;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.plans.OwnPlans;
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

/** The paper of a plan, for whom its agreement is open to; for anybody else there is none. */
@RestController
class ScheduleFile {

    private final OwnPlans plans;

    ScheduleFile(OwnPlans plans) {
        this.plans = plans;
    }

    static String path(AgreementId agreement) {
        return "/echeancier/" + agreement.value() + ".pdf";
    }

    @GetMapping("/echeancier/{id}.pdf")
    ResponseEntity<byte[]> file(@AuthenticationPrincipal CurrentUser person, @PathVariable("id") UUID id) {
        var pdf = plans.printed(person.userId(), new AgreementId(id));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(pdf.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(pdf.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(pdf.bytes());
    }
}
