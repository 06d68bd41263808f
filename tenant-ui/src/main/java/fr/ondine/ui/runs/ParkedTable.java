package fr.ondine.ui.runs;

import static fr.ondine.ui.runs.RunWords.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.runs.ParkedAgreement;
import fr.ondine.platform.runs.RunId;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.ResponsiveTable;
import java.util.List;
import java.util.function.Consumer;

/** Agreements that are set aside, each with its reason and what is to be done. */
final class ParkedTable extends ResponsiveTable {

    /** {@code isOpen} as long as the run waits to be validated: what is repaired is simulated again. */
    ParkedTable(RunId run, List<ParkedAgreement> rows, boolean isOpen, Consumer<ParkedAgreement> confirm) {
        column(say("runs.parked.contract"));
        column(say("runs.parked.holder"));
        column(say("runs.parked.address"));
        column(say("runs.parked.reason"));
        column(say("runs.parked.next"));
        rows.forEach(parked -> row(
                contract(parked),
                new Span(parked.holder()),
                new Span(parked.street() + ", " + parked.city()),
                new Span(ParkedWords.why(parked)),
                isOpen ? repairs(run, parked, confirm) : next(parked)));
    }

    private static Anchor contract(ParkedAgreement parked) {
        var contract = new Anchor(ParkedRepair.account(parked), parked.number());
        contract.addClassName("number");
        return contract;
    }

    /** The ways to repair it, or what is to be done where there is no page for it. */
    private static Component repairs(RunId run, ParkedAgreement parked, Consumer<ParkedAgreement> confirm) {
        var ways = new Div();
        ways.addClassName("row");
        if (parked.isConfirmable()) {
            ways.add(button(parked, confirm));
        }
        var repair = ParkedRepair.of(run, parked);
        repair.ifPresent(ways::add);
        return repair.isPresent() ? ways : next(parked);
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
        return new Span(parked.isConfirmable() ? say("runs.parked.next.later") : ParkedWords.next(parked));
    }
}
