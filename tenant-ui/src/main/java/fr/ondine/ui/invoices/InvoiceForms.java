package fr.ondine.ui.invoices;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.Invoices;
import fr.ondine.platform.documents.Braille;
import fr.ondine.platform.documents.Braille.Grade;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.ui.shell.DocumentAnswer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** An invoice in other forms than its paper: plain text, large print, braille. */
@RestController
public class InvoiceForms {

    private final Invoices invoices;
    private final Braille braille;

    InvoiceForms(Invoices invoices, Braille braille) {
        this.invoices = invoices;
        this.braille = braille;
    }

    @GetMapping("/factures/{id}/texte.txt")
    ResponseEntity<byte[]> text(@AuthenticationPrincipal CurrentUser person, @PathVariable("id") UUID id) {
        return DocumentAnswer.shown(invoices.text(person.userId(), new InvoiceId(id)));
    }

    @GetMapping("/factures/{id}/gros-caracteres.pdf")
    ResponseEntity<byte[]> largePrint(@AuthenticationPrincipal CurrentUser person, @PathVariable("id") UUID id) {
        return DocumentAnswer.shown(invoices.largePrint(person.userId(), new InvoiceId(id)));
    }

    @GetMapping("/factures/{id}/braille-integral.brf")
    ResponseEntity<byte[]> uncontracted(@AuthenticationPrincipal CurrentUser person, @PathVariable("id") UUID id) {
        return braille(person, id, Grade.UNCONTRACTED, "-integral.brf");
    }

    @GetMapping("/factures/{id}/braille-abrege.brf")
    ResponseEntity<byte[]> contracted(@AuthenticationPrincipal CurrentUser person, @PathVariable("id") UUID id) {
        return braille(person, id, Grade.CONTRACTED, "-abrege.brf");
    }

    /** Translated once the transaction is over: it is another program's work. */
    private ResponseEntity<byte[]> braille(CurrentUser person, UUID id, Grade grade, String end) {
        var text = invoices.text(person.userId(), new InvoiceId(id));
        return DocumentAnswer.shown(new DocumentContent(
                text.fileName().replace(".txt", end),
                "text/x-brf",
                braille.brf(new String(text.bytes(), StandardCharsets.UTF_8), grade)));
    }
}
