package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.tariffs.Charge;
import fr.ondine.platform.tariffs.ChargeDraft;
import fr.ondine.platform.tariffs.ChargeKind;
import fr.ondine.platform.tariffs.PriceEntry;
import fr.ondine.platform.tariffs.StoredVersion;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import java.util.function.Consumer;

/** The charges of a version with their prices; of a draft, each can be changed or taken out and others added. */
final class ChargesCard extends Card {

    private final transient StoredVersion version;
    private final boolean mayChange;
    private final transient Consumer<String> remove;
    private final Div told = new Div();

    ChargesCard(StoredVersion version, boolean mayChange, Consumer<String> remove) {
        super(say("tariffs.charges"));
        this.version = version;
        this.mayChange = mayChange;
        this.remove = remove;
        add(told);
        if (version.content().charges().isEmpty()) {
            add(new Paragraph(say("tariffs.charges.none")));
        } else {
            add(table());
        }
        if (mayChange) {
            add(additions());
        }
    }

    private ResponsiveTable table() {
        var table = new ResponsiveTable()
                .column(say("tariffs.charge"))
                .column(say("tariffs.section"))
                .column(say("tariffs.price"))
                .column(say("tariffs.vat"));
        if (mayChange) {
            table.actionColumn(say("tariffs.charge.actions"));
        }
        version.content().charges().forEach(charge -> {
            var terms = charge.terms();
            var cells = new Component[] {
                new Span(terms.label()),
                new Span(TariffWords.of("section", terms.section())),
                prices(charge),
                new Span(TariffWords.vat(terms.vat()))
            };
            if (mayChange) {
                table.row(cells[0], cells[1], cells[2], cells[3], actions(charge));
            } else {
                table.row(cells);
            }
        });
        return table;
    }

    private static Div prices(Charge charge) {
        var draft = ChargeDraft.of(charge);
        var prices = new Div();
        prices.addClassName("lines");
        if (draft.kind() == ChargeKind.LEVY) {
            prices.add(new Paragraph(say("tariffs.levy.of", draft.basin())));
        }
        draft.prices().forEach(entry -> prices.add(new Paragraph(price(entry, draft.kind()))));
        if (draft.isPerDwelling()) {
            prices.add(new Paragraph(say("tariffs.per-dwelling")));
        }
        return prices;
    }

    private static String price(PriceEntry entry, ChargeKind kind) {
        var where = TariffWords.where(entry);
        var price = TariffWords.price(entry.price(), kind);
        return where.isEmpty() ? price : say("tariffs.price.where", where, price);
    }

    private Div actions(Charge charge) {
        var terms = charge.terms();
        var change = new Anchor(Addresses.charge(version.id(), terms.code()), say("tariffs.charge.change"));
        change.addClassNames("button", "link");
        change.getElement().setAttribute("aria-label", say("tariffs.charge.change.of", terms.label()));
        var out = Button.link(say("tariffs.charge.remove")).onPress(() -> attempt(terms.code()));
        out.getElement().setAttribute("aria-label", say("tariffs.charge.remove.of", terms.label()));
        var actions = new Div(change, out);
        actions.addClassName("row");
        return actions;
    }

    private void attempt(String code) {
        told.removeAll();
        try {
            remove.accept(code);
        } catch (DomainException refused) {
            told.add(Notice.plain(Tone.BAD, Texts.refusal(refused)).announced());
        }
    }

    private Div additions() {
        var links = new Div();
        links.addClassNames("row", "after");
        for (var kind : ChargeKind.values()) {
            links.add(new Anchor(Addresses.charge(version.id(), kind), TariffWords.of("add", kind)));
        }
        return links;
    }
}
