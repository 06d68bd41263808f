package fr.ondine.ui.readings;

import static fr.ondine.ui.readings.ReadingWords.above;
import static fr.ondine.ui.readings.ReadingWords.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.metering.ReadingToCheck;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
import java.util.List;
import java.util.function.Consumer;

/** Readings that deserve a look, each beside what is usual there, with what may be done about it. */
final class CheckTable extends ResponsiveTable {

    CheckTable(ListAddress here, List<ReadingToCheck> rows, boolean mayServe, Consumer<ReadingToCheck> confirm) {
        column(say("readings.contract"));
        column(say("readings.meter"));
        column(say("readings.reading"));
        column(say("readings.volume"));
        column(say("readings.why"));
        actionColumn(say("readings.next"));
        rows.forEach(one -> row(
                above(contract(one), one.holder()),
                above(new Span(one.reading().meterSerial()), one.street() + ", " + one.city()),
                above(
                        new Span(ReadingWords.register(one.reading())),
                        say(
                                "readings.read",
                                Written.shortDate(one.reading().readOn()),
                                ReadingWords.source(one.reading()))),
                above(new Span(Written.volume(one.volume())), usual(one)),
                ReadingWords.pill(one.doubt()),
                one.confirmation()
                        .<Component>map(done -> new Span(say("readings.confirmed-by", done.by(), done.on())))
                        .orElseGet(() -> mayServe ? actions(here, one, confirm) : link(here, one, "look"))));
    }

    private static Anchor contract(ReadingToCheck one) {
        var contract = new Anchor(Addresses.contract(one.agreement()), one.number());
        contract.addClassName("number");
        return contract;
    }

    private static String usual(ReadingToCheck one) {
        return one.usual().map(usual -> say("readings.usual", usual)).orElseGet(() -> say("readings.usual.unknown"));
    }

    private static Component actions(ListAddress here, ReadingToCheck one, Consumer<ReadingToCheck> confirm) {
        var button = Button.secondary(say("readings.confirm")).little().onPress(() -> confirm.accept(one));
        button.getElement()
                .setAttribute(
                        "aria-label", say("readings.confirm.of", ReadingWords.register(one.reading()), one.number()));
        var actions = new Div(button, link(here, one, "correct"));
        actions.addClassName("row");
        return actions;
    }

    private static Anchor link(ListAddress here, ReadingToCheck one, String what) {
        var link = new Anchor(Addresses.reading(one.id()) + here.query(), say("readings." + what));
        link.getElement().setAttribute("aria-label", say("readings." + what + ".of", one.number()));
        return link;
    }
}
