package fr.ondine.ui.invoices;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.Invoices;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.ui.shell.DocumentAnswer;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The paper of an invoice, for whom its agreement is open to; for anybody else there is no such invoice. */
@RestController
public class InvoiceFile {

    private final Invoices invoices;

    InvoiceFile(Invoices invoices) {
        this.invoices = invoices;
    }

    public static String path(InvoiceId invoice) {
        return "/factures/" + invoice.value() + ".pdf";
    }

    @GetMapping("/factures/{id}.pdf")
    ResponseEntity<byte[]> file(@AuthenticationPrincipal CurrentUser person, @PathVariable("id") UUID id) {
        return DocumentAnswer.shown(invoices.pdf(person.userId(), new InvoiceId(id)));
    }
}
