package fr.ondine.ui.desk;

import static fr.ondine.ui.desk.DeskWords.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.billing.InvoiceAccount;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.plans.Plan;
import fr.ondine.ui.schedules.PlanNote;
import fr.ondine.ui.shell.Amount;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;

/** What an agreement owes in all, invoice by invoice, and what is debited next. */
final class OwedCard extends Card {

    OwedCard(InvoiceAccount account, Optional<Plan> plan, LocalDate today) {
        super(say(heading(account, plan)));
        main();
        add(new Amount(account.due().isNegative() ? account.due().negated() : account.due()));
        plan.ifPresent(running -> add(new PlanNote(running, today, Optional.of(Addresses.plan(running.agreement())))));
        var open = new ArrayList<>(account.asked());
        open.addAll(account.coming());
        open.addAll(account.carried());
        if (!open.isEmpty()) {
            var table = new ResponsiveTable()
                    .column(say("desk.invoice"))
                    .keyColumn(say("desk.left"))
                    .column(say("desk.state"));
            open.forEach(invoice -> row(table, invoice));
            add(table);
        }
        account.coming().stream()
                .filter(invoice -> invoice.missed() == null)
                .findFirst()
                .ifPresent(next -> add(new Paragraph(DeskWords.of("next", next.state(), next.left(), next.dueOn()))));
        var known = new Paragraph(say("desk.known", account.knownOn()));
        known.addClassNames("small", "soft");
        add(known);
    }

    /** What a plan was paid for a year to come is no debt of the utility's. */
    private static String heading(InvoiceAccount account, Optional<Plan> plan) {
        if (!account.due().isNegative()) {
            return "desk.owed";
        }
        return plan.isPresent() ? "desk.owed.ahead" : "desk.owed.credit";
    }

    private static void row(ResponsiveTable table, InvoiceSummary invoice) {
        table.row(
                DeskWords.lines(
                        new Anchor(Addresses.invoice(invoice.id()), invoice.number()), DeskWords.subject(invoice)),
                new Span(Written.money(invoice.left())),
                DeskWords.state(invoice, false));
    }
}
