package fr.ondine.ui.feebills;

import static fr.ondine.ui.feebills.FeeWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.fees.FeeBill;
import fr.ondine.ui.shell.Amount;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;

/** What an invoice of services would say, and the way to have it issued. */
final class FeeBillCard extends Card {

    FeeBillCard(FeeBill bill, Runnable issue, Runnable change) {
        super(say("fees.bill", FeeWords.together(bill.contract()), bill.holder()));
        main();
        getElement().setAttribute("role", "status");
        var answers = new Div(
                Button.primary(say("fees.issue")).onPress(issue),
                Button.link(say("fees.change")).onPress(change));
        answers.addClassNames("row", "actions");
        add(
                new Amount(bill.total()),
                new Paragraph(say("fees.bill.what", FeeWords.of(bill.kind()), bill.issuedOn(), bill.dueOn())),
                lines(bill),
                new Definitions()
                        .wide()
                        .with(say("fees.net"), Written.money(bill.net()))
                        .with(say("fees.vat"), Written.money(bill.vat())),
                new Paragraph(say("fees.issue.what")),
                answers);
    }

    private static ResponsiveTable lines(FeeBill bill) {
        var table = new ResponsiveTable()
                .caption(say("fees.lines"))
                .column(say("fees.line"))
                .endColumn(say("fees.vat"))
                .keyColumn(say("fees.net"));
        bill.lines()
                .forEach(
                        line -> table.row(line.label(), Written.here().percent(line.vat()), Written.money(line.net())));
        return table;
    }
}
