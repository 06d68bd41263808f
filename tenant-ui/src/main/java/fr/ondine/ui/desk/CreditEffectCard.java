package fr.ondine.ui.desk;

import static fr.ondine.ui.desk.DeskWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.credits.CreditPreview;
import fr.ondine.platform.kernel.Money;
import fr.ondine.ui.shell.Amount;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;

/** What a credit note would do, before and after, and the second step that does it. */
final class CreditEffectCard extends Card {

    CreditEffectCard(CreditPreview preview, Runnable issue, Runnable forget) {
        super(say("desk.credit.effect"));
        main();
        add(
                new Amount(preview.total()).medium(),
                new Paragraph(say("desk.credit.of", preview.net(), preview.vat())),
                effect(preview),
                new Paragraph(say("desk.credit.for-ever")),
                answers(preview, issue, forget));
    }

    private static ResponsiveTable effect(CreditPreview preview) {
        var table = new ResponsiveTable()
                .column(say("desk.credit.what"))
                .endColumn(say("desk.credit.before"))
                .endColumn(say("desk.credit.after"));
        row(table, "desk.credit.stands", preview.before(), preview.after());
        row(table, "desk.credit.owed", preview.owedBefore(), preview.owedAfter());
        if (!preview.credit().isZero()) {
            table.row(what("desk.credit.kept"), new Span(), new Span(Written.money(preview.credit())));
        }
        return table;
    }

    private static void row(ResponsiveTable table, String key, Money before, Money after) {
        table.row(what(key), new Span(Written.money(before)), new Span(Written.money(after)));
    }

    private static Div what(String key) {
        return DeskWords.lines(new Span(say(key)));
    }

    private static Div answers(CreditPreview preview, Runnable issue, Runnable forget) {
        var answers = new Div(
                Button.danger(say("desk.credit.sure", preview.total())).onPress(issue),
                Button.link(say("desk.credit.not")).onPress(forget));
        answers.addClassName("row");
        return answers;
    }
}
