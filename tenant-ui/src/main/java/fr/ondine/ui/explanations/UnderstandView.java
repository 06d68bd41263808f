package fr.ondine.ui.explanations;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.billing.ExplainedInvoice;
import fr.ondine.platform.billing.InvoiceExplanations;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.billing.UnknownInvoice;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.documents.Braille;
import fr.ondine.platform.reminders.ReminderAccounts;
import fr.ondine.platform.reminders.SentReminder;
import fr.ondine.tenantconfig.ReminderStep;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.contract.Contracts;
import fr.ondine.ui.leakfiles.LeakWarnings;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PortalLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Explains one invoice to whom it is open: what it comes to, why so much water, why this price, who gets the money. */
@Route(value = "factures/:invoice/comprendre", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class UnderstandView extends Page implements BeforeEnterObserver {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final transient Contracts contracts;
    private final transient Agreements agreements;
    private final transient InvoiceExplanations explanations;
    private final transient LeakWarnings leaks;
    private final transient ReminderAccounts reminders;
    private final transient Braille braille;

    UnderstandView(
            Contracts contracts,
            Agreements agreements,
            InvoiceExplanations explanations,
            LeakWarnings leaks,
            ReminderAccounts reminders,
            Braille braille) {
        super("explanations.title");
        this.contracts = contracts;
        this.agreements = agreements;
        this.explanations = explanations;
        this.leaks = leaks;
        this.reminders = reminders;
        this.braille = braille;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        clear();
        var id = arrival.getRouteParameters().get("invoice").orElse("");
        found(id)
                .ifPresentOrElse(
                        invoice -> {
                            entitle(ExplanationWords.say(invoice, "explanations.title"));
                            add(about(invoice));
                            var isHeld = agreements.isHeld(contracts.person().userId(), invoice.agreement());
                            if (isHeld) {
                                showHolder(invoice);
                            }
                            show(invoice, isHeld);
                        },
                        () -> arrival.rerouteToError(NotFoundException.class));
    }

    private Optional<ExplainedInvoice> found(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(explanations.of(contracts.person().userId(), new InvoiceId(UUID.fromString(id))));
        } catch (UnknownInvoice unknown) {
            return Optional.empty();
        }
    }

    /** What is not for whom the holder lets see the invoice: letters that asked for it, and a leak to look for. */
    private void showHolder(ExplainedInvoice invoice) {
        reminders.lastOf(invoice.id()).ifPresent(letter -> add(new Paragraph(reminded(letter))));
        leaks.of(contracts.person().userId(), invoice.agreement(), invoice.id()).ifPresent(this::add);
    }

    private void show(ExplainedInvoice invoice, boolean isHeld) {
        var first = column(new WholeCard(invoice));
        first.add(cards(VolumeCard.of(invoice), PricesCard.of(invoice)));
        var second = column();
        second.add(cards(TakenBackCard.of(invoice), RecipientsCard.of(invoice)));
        second.add(new EarlierCard(invoice, ChosenContract.link("factures", invoice.agreement())));
        second.add(new PaperCard(invoice), new FormsCard(invoice, braille.isInstalled(), isHeld));
        add(columns(first, second));
    }

    private String reminded(SentReminder letter) {
        return say(
                letter.step() == ReminderStep.FORMAL_NOTICE
                        ? "explanations.reminded.formally"
                        : "explanations.reminded",
                letter.sentOn());
    }

    private Paragraph about(ExplainedInvoice invoice) {
        var period = invoice.period();
        if (invoice.kind() == InvoiceKind.CREDIT_NOTE) {
            return new Paragraph(say("explanations.about.credit-note", invoice.number(), invoice.issuedOn()));
        }
        return new Paragraph(
                period == null
                        ? say("explanations.about", invoice.number(), invoice.issuedOn())
                        : say("explanations.about.period", invoice.number(), invoice.issuedOn(), period));
    }

    @SafeVarargs
    private static Card[] cards(Optional<? extends Card>... cards) {
        return Stream.of(cards).flatMap(Optional::stream).toArray(Card[]::new);
    }
}
