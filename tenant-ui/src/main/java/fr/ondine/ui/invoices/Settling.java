package fr.ondine.ui.invoices;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.payments.CardPayments;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.payments.PayButton;
import java.util.List;
import java.util.Optional;

/** How the invoices of one contract get settled: by card where the utility offers that, or else by a word of advice. */
public record Settling(CardPayments cards, UserId payer, boolean isPayer) {

    public static Settling of(ChosenContract chosen, CardPayments cards) {
        return new Settling(cards, chosen.user(), chosen.isPayable());
    }

    /** Whether there is a button for it. */
    public boolean takes(InvoiceSummary invoice) {
        return isPayer && cards.takes(invoice.payable());
    }

    public PayButton button(InvoiceSummary invoice, String text) {
        return new PayButton(cards, payer, new ReceivableId(invoice.id().value()), text);
    }

    /** A button to pay it, or nothing. */
    Component action(InvoiceSummary invoice) {
        return takes(invoice)
                ? button(invoice, say("invoices.pay")).little(say("invoices.pay.which", invoice.number()))
                : new Span();
    }

    /** What a button does not say about paying what is asked; nothing where there is one for each. */
    Optional<String> advice(List<InvoiceSummary> asked) {
        if (!isPayer) {
            return Optional.of(say("invoices.settle.holder"));
        }
        if (!cards.isOffered()) {
            return Optional.of(say(isMissed(asked) ? "invoices.settle.call" : "invoices.settle.as-printed"));
        }
        if (asked.stream().noneMatch(this::takes)) {
            return Optional.of(none(asked));
        }
        return some(asked);
    }

    private String none(List<InvoiceSummary> asked) {
        if (asked.stream().anyMatch(Settling::isPayable)) {
            return say("payments.below-minimum");
        }
        return say(asked.size() == 1 ? "invoices.settle.not-here" : "invoices.settle.not-here.several");
    }

    private Optional<String> some(List<InvoiceSummary> asked) {
        if (!asked.stream().allMatch(Settling::isPayable)) {
            return Optional.of(say("invoices.settle.latest-only"));
        }
        if (!asked.stream().allMatch(this::takes)) {
            return Optional.of(say("invoices.settle.too-small"));
        }
        return isMissed(asked) ? Optional.of(say("invoices.settle.by-card")) : Optional.empty();
    }

    private static boolean isPayable(InvoiceSummary invoice) {
        return invoice.payable().isPositive();
    }

    private static boolean isMissed(List<InvoiceSummary> asked) {
        return asked.stream().anyMatch(invoice -> invoice.missed() != null);
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
