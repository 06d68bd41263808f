package fr.ondine.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.plans.Plan;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.invoices.InvoiceWords;
import fr.ondine.ui.invoices.PaperLink;
import fr.ondine.ui.invoices.Settling;
import fr.ondine.ui.invoices.UnderstandLink;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Pill;
import fr.ondine.ui.shell.Written;
import java.time.LocalDate;

/** The one thing that matters: what is owed, until when, and how to pay it; or that nothing is, and what comes next. */
abstract class DueCard extends Card {

    DueCard() {
        main();
    }

    static DueCard of(Overview overview, ChosenContract chosen, Settling settling, LocalDate today) {
        var account = overview.account();
        var card = account.asked().isEmpty() && account.coming().isEmpty()
                ? overview.plan()
                        .<DueCard>map(plan -> new PlanDueCard(plan, chosen, today))
                        .orElseGet(() -> new SettledCard(account, chosen))
                : billed(overview, chosen, settling, today);
        if (!account.isBlank()) {
            card.known(account.knownOn());
        }
        return card;
    }

    private static DueCard billed(Overview overview, ChosenContract chosen, Settling settling, LocalDate today) {
        var account = overview.account();
        var card = account.asked().isEmpty()
                ? new ComingCard(account.coming(), chosen)
                : new AskedCard(account, chosen, settling);
        overview.plan().ifPresent(plan -> card.plan(plan, chosen, today));
        return card;
    }

    /** What comes next by the month, below what is owed today. */
    private void plan(Plan plan, ChosenContract chosen, LocalDate today) {
        plan.next(today)
                .ifPresent(next -> add(
                        new Paragraph(getTranslation("dashboard.plan.next", next.left(), Written.date(next.dueOn())))));
        schedule(chosen);
    }

    /** The way to the payments of the year, which are not for whom the holder lets see the contract. */
    final void schedule(ChosenContract chosen) {
        if (chosen.contract().isHeld()) {
            add(new Paragraph(new Anchor(chosen.link("echeancier"), getTranslation("dashboard.plan"))));
        }
    }

    final void heading(String key, InvoiceSummary invoice) {
        var pill = getTranslation("dashboard.pill." + InvoiceWords.key(invoice.state()), invoice.dueOn());
        var head = new Div(new H2(getTranslation(key)), new Pill(InvoiceWords.tone(invoice.state()), pill));
        head.addClassNames("row", "spread");
        add(head);
    }

    /** Which invoice the amount is about, of how much it is the rest, and the way to understand it. */
    final void name(InvoiceSummary invoice, ChosenContract chosen) {
        add(soft(
                invoice.period() == null
                        ? getTranslation("dashboard.invoice.of", invoice.number(), invoice.issuedOn())
                        : getTranslation("dashboard.invoice", invoice.number(), Written.period(invoice.period()))));
        if (invoice.isSettledInPart()) {
            add(soft(getTranslation("dashboard.rest", invoice.left(), invoice.total())));
        }
        add(new Paragraph(new UnderstandLink(invoice.id(), chosen, getTranslation("dashboard.understand"))));
    }

    final Component paper(InvoiceSummary invoice) {
        return new PaperLink(invoice, getTranslation("dashboard.paper"));
    }

    final void actions(Component... actions) {
        var row = new Div(actions);
        row.addClassNames("row", "actions");
        add(row);
    }

    static Paragraph soft(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("soft");
        return paragraph;
    }

    private void known(LocalDate day) {
        var known = soft(getTranslation("dashboard.due.known", day));
        known.addClassName("small");
        add(known);
    }
}
