package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.tariffs.ChargeChange;
import fr.ondine.platform.tariffs.ChargeKind;
import fr.ondine.platform.tariffs.PriceEntry;
import fr.ondine.platform.tariffs.VersionSummary;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.ResponsiveTable;
import java.util.List;
import java.util.Optional;

/** What a version has otherwise than the one in force, price by price. */
final class DifferenceCard extends Card {

    DifferenceCard(VersionSummary other, List<ChargeChange> changes) {
        super(say("tariffs.difference", other.validFrom()));
        addClassName("difference");
        if (changes.isEmpty()) {
            add(new Paragraph(say("tariffs.difference.none")));
            return;
        }
        var table = new ResponsiveTable()
                .column(say("tariffs.charge"))
                .endColumn(say("tariffs.before"))
                .endColumn(say("tariffs.after"));
        changes.forEach(change -> rows(table, change));
        add(table);
    }

    private static void rows(ResponsiveTable table, ChargeChange change) {
        var kind = ChargeKind.of(change.charge());
        change.prices()
                .forEach(price -> table.row(
                        name(change, TariffWords.where(price.at())),
                        value(price.before(), kind),
                        value(price.after(), kind)));
        if (change.prices().isEmpty() && !change.isInTerms()) {
            table.row(
                    name(change, ""),
                    new Span(
                            change.before().isEmpty()
                                    ? say("tariffs.difference.absent")
                                    : say("tariffs.difference.present")),
                    new Span(
                            change.after().isEmpty()
                                    ? say("tariffs.difference.absent")
                                    : say("tariffs.difference.present")));
        }
        if (change.isInTerms()) {
            table.row(
                    name(change, say("tariffs.difference.terms")),
                    change.before().map(TermsInWords::of).orElseGet(Div::new),
                    change.after().map(TermsInWords::of).orElseGet(Div::new));
        }
    }

    private static Span name(ChargeChange change, String where) {
        var label = change.charge().terms().label();
        return new Span(where.isEmpty() ? label : say("tariffs.price.where", label, where));
    }

    private static Span value(Optional<PriceEntry> entry, ChargeKind kind) {
        return new Span(
                entry.map(price -> TariffWords.price(price.price(), kind)).orElse(say("tariffs.difference.absent")));
    }
}
