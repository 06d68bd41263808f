package fr.ondine.ui.api;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.OwnInvoices;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.AgreementSummary;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.metering.Consumption;
import fr.ondine.platform.metering.Occupancy;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.ui.security.TokenAuthentication;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a subscriber holds, for a program that they let read it: no more of them than that. */
@RestController
@RequestMapping("/api/v1/me")
class OwnEndpoint {

    private final Agreements agreements;
    private final OwnInvoices invoices;
    private final Consumption consumption;
    private final Answers answers;

    OwnEndpoint(Agreements agreements, OwnInvoices invoices, Consumption consumption, Answers answers) {
        this.agreements = agreements;
        this.invoices = invoices;
        this.consumption = consumption;
        this.answers = answers;
    }

    @GetMapping
    ResponseEntity<byte[]> me(TokenAuthentication program) {
        var owner = program.caller().owner();
        return answers.of(new OwnAnswer(
                owner.value(),
                agreements.ofUser(owner).stream().map(OwnEndpoint::held).toList()));
    }

    @GetMapping("/agreements/{id}")
    ResponseEntity<byte[]> agreement(TokenAuthentication program, @PathVariable UUID id) {
        var caller = program.caller();
        var card = agreements.card(caller.owner(), new AgreementId(id));
        return answers.of(AgreementAnswer.own(card, caller.may(ClientScope.EMAIL)));
    }

    @GetMapping("/agreements/{id}/consumption")
    ResponseEntity<byte[]> used(TokenAuthentication program, @PathVariable UUID id) {
        var card = agreements.card(program.caller().owner(), new AgreementId(id));
        return answers.of(ConsumptionAnswer.of(consumption.of(Occupancy.of(card))));
    }

    @GetMapping("/agreements/{id}/invoices")
    ResponseEntity<byte[]> invoices(
            TokenAuthentication program,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
        return answers.of(
                InvoiceAnswer.of(invoices.list(program.caller(), new AgreementId(id), Cursor.invoice(after), size)));
    }

    @GetMapping("/invoices/{id}")
    ResponseEntity<byte[]> invoice(TokenAuthentication program, @PathVariable UUID id) {
        return answers.of(WholeInvoiceAnswer.of(invoices.get(program.caller(), new InvoiceId(id))));
    }

    @GetMapping("/invoices/{id}/invoice.pdf")
    ResponseEntity<byte[]> paper(TokenAuthentication program, @PathVariable UUID id) {
        return Answers.of(invoices.paper(program.caller(), new InvoiceId(id)));
    }

    private static OwnAnswer.Held held(AgreementSummary agreement) {
        return new OwnAnswer.Held(
                agreement.id().value(),
                agreement.number(),
                agreement.service().name(),
                new PlaceAnswer(agreement.street(), null, agreement.postcode(), agreement.city()),
                agreement.ended());
    }
}
