package fr.ondine.ui.dunning;

import static fr.ondine.ui.dunning.DunningWords.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.reminders.BatchLetter;
import fr.ondine.platform.reminders.LetterId;
import fr.ondine.platform.reminders.LetterState;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Letters of a batch, each with why it goes or does not, and the way to leave somebody out. */
final class LettersTable extends ResponsiveTable {

    private final boolean mayBill;
    private final boolean isOpen;
    private final transient BiConsumer<LetterId, String> remove;
    private final transient Consumer<LetterId> takeIn;

    LettersTable(
            List<BatchLetter> rows,
            boolean mayBill,
            boolean isOpen,
            BiConsumer<LetterId, String> remove,
            Consumer<LetterId> takeIn) {
        this.mayBill = mayBill;
        this.isOpen = isOpen;
        this.remove = remove;
        this.takeIn = takeIn;
        column(say("dunning.letter.contract"));
        keyColumn(say("dunning.letter.amount"));
        column(say("dunning.letter.since"));
        column(say("dunning.letter.why"));
        actionColumn(say("dunning.letter.action"));
        rows.forEach(this::row);
    }

    private void row(BatchLetter letter) {
        var holder = new Span(letter.holder());
        holder.addClassNames("soft", "small");
        row(
                new Div(
                        new Anchor(
                                mayBill ? Addresses.account(letter.agreement()) : Addresses.seen(letter.agreement()),
                                letter.contract().replace(' ', '\u00a0')),
                        new Div(holder)),
                new Span(Written.money(letter.amount())),
                new Span(Written.shortDate(letter.oldestDue())),
                new Span(why(letter)),
                action(letter));
    }

    private static String why(BatchLetter letter) {
        var step = letter.step();
        return step == null || letter.state() != LetterState.PROPOSED && letter.state() != LetterState.SENT
                ? DunningWords.why(letter)
                : DunningWords.way(step, letter.byMail(), letter.byPaper(), letter.isReturned());
    }

    private Component action(BatchLetter letter) {
        if (!isOpen) {
            return new Span();
        }
        return switch (letter.state()) {
            case PROPOSED -> new RemoveForm(letter, reason -> remove.accept(letter.id(), reason));
            case REMOVED -> {
                var button =
                        Button.secondary(say("dunning.take-in")).little().onPress(() -> takeIn.accept(letter.id()));
                button.getElement().setAttribute("aria-label", say("dunning.take-in.of", letter.contract()));
                yield button;
            }
            case KEPT, SENT, DROPPED, RECALLED -> new Span();
        };
    }
}
