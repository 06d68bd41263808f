package fr.ondine.ui.explanations;

import static fr.ondine.ui.explanations.ExplanationWords.say;

import fr.ondine.platform.billing.ExplainedInvoice;
import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.kernel.Money;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
import java.util.Optional;

/** Who gets the money of an invoice, to the cent. */
final class RecipientsCard extends Card {

    private RecipientsCard(ExplainedInvoice invoice) {
        super(say("explanations.who"));
        var table = new ResponsiveTable()
                .caption(say("explanations.who.what"))
                .column(say("explanations.who.for"))
                .keyColumn(say("explanations.amount"));
        var others = invoice.net();
        for (var share : invoice.beneficiaries().entrySet()) {
            table.row(ExplanationWords.of("explanations.who", share.getKey()), Written.money(share.getValue()));
            others = others.minus(share.getValue());
        }
        row(table, "explanations.who.others", others);
        row(table, "explanations.who.state", invoice.vat());
        add(table);
    }

    /** Nothing where it is known of no line, nor of a credit note, by which nobody gets any. */
    static Optional<RecipientsCard> of(ExplainedInvoice invoice) {
        return invoice.beneficiaries().isEmpty() || !invoice.isWhole() || invoice.kind() == InvoiceKind.CREDIT_NOTE
                ? Optional.empty()
                : Optional.of(new RecipientsCard(invoice));
    }

    private static void row(ResponsiveTable table, String key, Money amount) {
        if (!amount.isZero()) {
            table.row(say(key), Written.money(amount));
        }
    }
}
