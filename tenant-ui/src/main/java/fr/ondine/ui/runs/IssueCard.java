package fr.ondine.ui.runs;

import static fr.ondine.ui.runs.RunWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.runs.ComingInvoices;
import fr.ondine.platform.runs.RunSummary;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import java.util.function.Supplier;

/** Has the invoices of a run issued, once it was said how many, for how much and from which number on. */
final class IssueCard extends Card {

    private final transient Supplier<ComingInvoices> coming;
    private final transient Runnable issue;
    private final Div asked = new Div();
    private final Button ask = Button.primary(say("runs.issue")).onPress(this::ask);

    IssueCard(RunSummary run, Supplier<ComingInvoices> coming, Runnable issue) {
        super(
                say("runs.issue.title"),
                new Paragraph(say(
                        "runs.issue.what", run.terms().issuedOn(), run.terms().dueOn())));
        this.coming = coming;
        this.issue = issue;
        setVisible(run.progress().drafts() > 0);
        add(ask, asked);
    }

    private void ask() {
        asked.removeAll();
        try {
            var invoices = coming.get();
            var sure = Button.danger(RunWords.some("runs.issue.sure", invoices.count()))
                    .onPress(issue);
            var no = Button.link(say("runs.issue.not")).onPress(this::forget);
            var answers = new Div(sure, no);
            answers.addClassName("row");
            asked.add(new Notice(
                            Tone.WARN,
                            RunWords.some("runs.issue.question", invoices.count(), invoices.total()),
                            new Paragraph(
                                    RunWords.some("runs.issue.numbers", invoices.count(), invoices.firstNumber())),
                            answers)
                    .announced());
            ask.setVisible(false);
        } catch (DomainException refused) {
            asked.add(Notice.plain(Tone.BAD, Texts.refusal(refused)).announced());
        }
    }

    private void forget() {
        asked.removeAll();
        ask.setVisible(true);
    }
}
