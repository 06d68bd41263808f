package fr.ondine.ui.schedules;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.plans.ManagedPlans;
import fr.ondine.platform.plans.OwnPlans;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.ui.shell.DocumentAnswer;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The paper of a plan, for whom its agreement is open to and for staff; for anybody else there is none. */
@RestController
class ScheduleFile {

    private final OwnPlans own;
    private final ManagedPlans managed;

    ScheduleFile(OwnPlans own, ManagedPlans managed) {
        this.own = own;
        this.managed = managed;
    }

    static String path(AgreementId agreement) {
        return "/echeancier/" + agreement.value() + ".pdf";
    }

    static String staffPath(AgreementId agreement) {
        return "/gestion/echeanciers/" + agreement.value() + ".pdf";
    }

    @GetMapping("/echeancier/{id}.pdf")
    ResponseEntity<byte[]> file(@AuthenticationPrincipal CurrentUser person, @PathVariable("id") UUID id) {
        return DocumentAnswer.shown(own.printed(person.userId(), new AgreementId(id)));
    }

    @GetMapping("/gestion/echeanciers/{id}.pdf")
    ResponseEntity<byte[]> file(@AuthenticationPrincipal CurrentStaff person, @PathVariable("id") UUID id) {
        return DocumentAnswer.shown(managed.printed(person, new AgreementId(id)));
    }
}
