package fr.ondine.ui.desk;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.ManagedInvoices;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.ui.shell.DocumentAnswer;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The paper of an invoice, as its subscriber sees it, for the utility's staff. */
@RestController
class InvoicePaperFile {

    private final ManagedInvoices invoices;

    InvoicePaperFile(ManagedInvoices invoices) {
        this.invoices = invoices;
    }

    @GetMapping("/gestion/factures/{id}.pdf")
    ResponseEntity<byte[]> file(@AuthenticationPrincipal CurrentStaff person, @PathVariable("id") UUID id) {
        return DocumentAnswer.shown(invoices.paper(person, new InvoiceId(id)));
    }
}
