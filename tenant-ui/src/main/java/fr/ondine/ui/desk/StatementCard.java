package fr.ondine.ui.desk;

import static fr.ondine.ui.desk.DeskWords.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.StatementEntry;
import fr.ondine.platform.receivables.StatementPage;
import fr.ondine.tenantconfig.NumberFormat;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;

/** The movements of an account, the newest first, each with what was owed after it. */
final class StatementCard extends Card {

    private final transient NumberFormat numbers;
    private final boolean isByPlan;

    /** {@code isByPlan}: what is paid before it is billed is no debt of the utility's. */
    StatementCard(StatementPage statement, int page, String address, NumberFormat numbers, boolean isByPlan) {
        super(say("desk.statement"));
        this.numbers = numbers;
        this.isByPlan = isByPlan;
        if (statement.rows().isEmpty()) {
            add(new Paragraph(say("desk.statement.none")));
            return;
        }
        var table = new ResponsiveTable()
                .column(say("desk.statement.on"))
                .column(say("desk.statement.what"))
                .endColumn(say("desk.statement.debit"))
                .endColumn(say("desk.statement.credit"))
                .endColumn(say("desk.statement.balance"));
        statement.rows().forEach(entry -> row(table, entry));
        add(table, turns(address + "?page=", page, statement.hasMore()));
    }

    private void row(ResponsiveTable table, StatementEntry entry) {
        var amount = entry.amount();
        table.row(
                DeskWords.day(entry.on()),
                what(entry),
                new Span(amount.isPositive() ? Written.money(amount) : ""),
                new Span(amount.isNegative() ? Written.money(amount.negated()) : ""),
                new Span(balance(entry.balance())));
    }

    private Component what(StatementEntry entry) {
        var isHeldAgain =
                entry.kind() == LedgerEntry.Kind.RETURN && entry.amount().isNegative();
        var what = new Span(isHeldAgain ? say("desk.entry.held-again") : DeskWords.of("entry", entry.kind()));
        entry.invoices().forEach(number -> {
            what.add(" ");
            var link = new Anchor("/" + Addresses.INVOICES + "/" + Addresses.written(number), numbers.display(number));
            link.addClassName("number");
            what.add(link);
        });
        return what;
    }

    private String balance(Money balance) {
        return balance.isNegative()
                ? say(isByPlan ? "desk.statement.ahead" : "desk.statement.in-credit", balance.negated())
                : Written.money(balance);
    }

    private static Nav turns(String address, int page, boolean hasMore) {
        var turns = new Nav();
        turns.addClassNames("row", "turns");
        turns.getElement().setAttribute("aria-label", say("desk.pages"));
        turns.setVisible(page > 0 || hasMore);
        if (page > 0) {
            turns.add(new Anchor(address + page, say("desk.pages.newer")));
        }
        if (hasMore) {
            turns.add(new Anchor(address + (page + 2), say("desk.pages.older")));
        }
        return turns;
    }
}
