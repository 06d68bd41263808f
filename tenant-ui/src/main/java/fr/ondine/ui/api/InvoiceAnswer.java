package fr.ondine.ui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.ondine.platform.billing.InvoiceFeed;
import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.ReceivableState;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invoice as programs read it; amounts are exact, and so they are texts. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvoiceAnswer(
        UUID id,
        String number,
        InvoiceKind kind,
        UUID agreement,
        String agreementNumber,
        LocalDate issuedOn,
        LocalDate dueOn,
        @Nullable DaysAnswer period,
        String currency,
        String total,
        String left,
        ReceivableState state,
        @Nullable LocalDate settledOn) {

    static InvoiceAnswer of(InvoiceFeed.Row row) {
        return of(row.invoice(), row.agreement());
    }

    static InvoiceAnswer of(InvoiceSummary invoice, AgreementId agreement) {
        return new InvoiceAnswer(
                invoice.id().value(),
                invoice.number(),
                invoice.kind(),
                agreement.value(),
                invoice.agreementNumber(),
                invoice.issuedOn(),
                invoice.dueOn(),
                DaysAnswer.of(invoice.period()),
                invoice.total().currency().getCurrencyCode(),
                text(invoice.total()),
                text(invoice.left()),
                invoice.state(),
                invoice.settledOn());
    }

    static Listing<InvoiceAnswer> of(InvoiceFeed feed) {
        return new Listing<>(
                feed.rows().stream().map(InvoiceAnswer::of).toList(),
                feed.next().map(Cursor::of).orElse(null));
    }

    static String text(Money amount) {
        return amount.amount().toPlainString();
    }
}
