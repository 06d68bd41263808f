package fr.ondine.ui.readings;

import static fr.ondine.ui.readings.ReadingWords.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.metering.ReadAgreement;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.TextField;
import java.util.List;
import java.util.function.Function;

/** Finds the contract whose meter was read, by its number or by the meter's. */
final class ContractFinder extends Card {

    private final Div found = new Div();

    ContractFinder(Function<String, List<ReadAgreement>> find) {
        super(say("readings.find"));
        var text = TextField.text("recherche", say("readings.find.what"))
                .attribute("type", "search")
                .autocomplete("off")
                .required();
        add(
                new Form(text, Button.submit(say("readings.find.submit")).subdued())
                        .onSubmit(() -> show(find.apply(text.value()))),
                found);
    }

    private void show(List<ReadAgreement> agreements) {
        found.removeAll();
        if (agreements.isEmpty()) {
            var none = new Paragraph(say("readings.find.none"));
            none.getElement().setAttribute("role", "status");
            found.add(none);
            return;
        }
        var table = new ResponsiveTable()
                .column(say("readings.contract"))
                .column(say("readings.holder"))
                .column(say("readings.place"));
        agreements.forEach(agreement -> table.row(
                new Anchor(Addresses.contract(agreement.id()), agreement.number()),
                new Span(agreement.holder()),
                new Span(agreement.street() + ", " + agreement.city())));
        found.add(table);
    }
}
