package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.billing.FoundAgreement;
import fr.ondine.platform.billing.TrialPlaces;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.tariffs.VersionId;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.TextField;

/** Finds a contract to try a tariff with, a page of them at a time. */
final class AgreementFinder extends Card {

    private final transient TrialPlaces places;
    private final transient CurrentStaff who;
    private final transient VersionId version;
    private final Div found = new Div();
    private String wanted = "";
    private int page;

    AgreementFinder(TrialPlaces places, CurrentStaff who, VersionId version) {
        super(say("tariffs.find"));
        this.places = places;
        this.who = who;
        this.version = version;
        var text = TextField.text("recherche", say("tariffs.find.what"))
                .attribute("type", "search")
                .autocomplete("off")
                .required();
        add(
                new Form(text, Button.submit(say("tariffs.find.submit")).subdued()).onSubmit(() -> {
                    wanted = text.value();
                    show(0);
                }),
                found);
    }

    private void show(int wantedPage) {
        page = wantedPage;
        found.removeAll();
        var agreements = places.find(who, wanted, page);
        if (agreements.rows().isEmpty()) {
            var none = new Paragraph(say("tariffs.find.none"));
            none.getElement().setAttribute("role", "status");
            found.add(none);
            return;
        }
        var table = new ResponsiveTable()
                .column(say("tariffs.agreement"))
                .column(say("tariffs.holder"))
                .column(say("tariffs.place"));
        agreements.rows().forEach(agreement -> row(table, agreement));
        found.add(table, turns(agreements.hasMore()));
    }

    private void row(ResponsiveTable table, FoundAgreement agreement) {
        table.row(
                new Anchor(Addresses.trial(version, agreement.id()), agreement.number()),
                new Span(agreement.holder()),
                new Span(agreement.street() + ", " + agreement.city()));
    }

    private Div turns(boolean hasMore) {
        var turns = new Div();
        turns.addClassName("row");
        if (page > 0) {
            turns.add(Button.link(say("tariffs.find.previous")).onPress(() -> show(page - 1)));
        }
        if (hasMore) {
            turns.add(Button.link(say("tariffs.find.next")).onPress(() -> show(page + 1)));
        }
        return turns;
    }
}
