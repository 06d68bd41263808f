package fr.ondine.ui.api;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.InvoiceSelection;
import fr.ondine.platform.billing.ProgramInvoices;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.ui.security.TokenAuthentication;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The utility's invoices. */
@RestController
@RequestMapping("/api/v1/invoices")
class InvoicesEndpoint {

    private final ProgramInvoices invoices;
    private final Answers answers;

    InvoicesEndpoint(ProgramInvoices invoices, Answers answers) {
        this.invoices = invoices;
        this.answers = answers;
    }

    @GetMapping
    ResponseEntity<byte[]> list(
            TokenAuthentication program,
            @RequestParam Optional<UUID> agreement,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> to,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
        var which = new InvoiceSelection(
                agreement.map(AgreementId::new), from.map(StoredDays::nearest), to.map(StoredDays::nearest));
        return answers.of(InvoiceAnswer.of(invoices.list(program.caller(), which, Cursor.invoice(after), size)));
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> one(TokenAuthentication program, @PathVariable UUID id) {
        return answers.of(WholeInvoiceAnswer.of(invoices.get(program.caller(), new InvoiceId(id))));
    }

    @GetMapping("/{id}/invoice.pdf")
    ResponseEntity<byte[]> paper(TokenAuthentication program, @PathVariable UUID id) {
        return Answers.of(invoices.paper(program.caller(), new InvoiceId(id)));
    }
}
