package fr.ondine.ui.runs;

import static fr.ondine.ui.runs.RunWords.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.runs.ParkedAgreement;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.ResponsiveTable;
import java.util.List;
import java.util.function.Consumer;

/** Agreements that are set aside, each with its reason and what is to be done. */
final class ParkedTable extends ResponsiveTable {

    /** {@code mayConfirm} as long as the run waits to be validated. */
    ParkedTable(List<ParkedAgreement> rows, boolean mayConfirm, Consumer<ParkedAgreement> confirm) {
        column(say("runs.parked.contract"));
        column(say("runs.parked.holder"));
        column(say("runs.parked.address"));
        column(say("runs.parked.reason"));
        column(say("runs.parked.next"));
        rows.forEach(parked -> row(
                new Span(parked.number()),
                new Span(parked.holder()),
                new Span(parked.street() + ", " + parked.city()),
                new Span(ParkedWords.why(parked)),
                mayConfirm && parked.isConfirmable() ? button(parked, confirm) : next(parked)));
    }

    private static Component button(ParkedAgreement parked, Consumer<ParkedAgreement> confirm) {
        var button = Button.secondary(say("runs.parked.confirm", ParkedWords.volume(parked)))
                .little()
                .onPress(() -> confirm.accept(parked));
        button.getElement()
                .setAttribute("aria-label", say("runs.parked.confirm.of", ParkedWords.volume(parked), parked.number()));
        return button;
    }

    private static Span next(ParkedAgreement parked) {
        return new Span(
                parked.isConfirmable() ? say("runs.parked.next.later") : RunWords.of("parked.next", parked.reason()));
    }
}
