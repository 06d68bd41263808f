package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.billing.AgreementSearch;
import fr.ondine.platform.billing.FoundAgreement;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.tariffs.VersionId;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.TextField;

/** Finds a contract to try a tariff with. */
final class AgreementFinder extends Card {

    private final transient AgreementSearch search;
    private final transient CurrentStaff who;
    private final transient VersionId version;
    private final Div found = new Div();

    AgreementFinder(AgreementSearch search, CurrentStaff who, VersionId version) {
        super(say("tariffs.find"));
        this.search = search;
        this.who = who;
        this.version = version;
        var text = TextField.text("recherche", say("tariffs.find.what"))
                .attribute("type", "search")
                .autocomplete("off")
                .required();
        add(
                new Form(text, Button.submit(say("tariffs.find.submit")).subdued()).onSubmit(() -> show(text.value())),
                found);
    }

    private void show(String wanted) {
        found.removeAll();
        var result = search.find(who, wanted);
        if (result.isEmpty()) {
            var none = new Paragraph(say("tariffs.find.none"));
            none.getElement().setAttribute("role", "status");
            found.add(none);
            return;
        }
        var table = new ResponsiveTable()
                .column(say("tariffs.agreement"))
                .column(say("tariffs.holder"))
                .column(say("tariffs.place"));
        result.agreements().forEach(agreement -> row(table, agreement));
        found.add(table);
        if (result.hasMore()) {
            found.add(new Paragraph(say("tariffs.find.more")));
        }
    }

    private void row(ResponsiveTable table, FoundAgreement agreement) {
        table.row(
                new Anchor(Addresses.trial(version, agreement.id()), agreement.number()),
                new Span(agreement.holder()),
                new Span(agreement.street() + ", " + agreement.city()));
    }
}
