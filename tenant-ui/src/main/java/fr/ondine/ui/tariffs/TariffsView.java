package fr.ondine.ui.tariffs;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tariffs.TariffDesk;
import fr.ondine.platform.tariffs.TariffSummary;
import fr.ondine.platform.tariffs.VersionState;
import fr.ondine.platform.tariffs.VersionSummary;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.EmptyState;
import fr.ondine.ui.shell.Icon;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Pill;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** All tariffs of the utility with their versions, and what is in force today. */
@Route(value = Addresses.HOME, layout = StaffLayout.class)
@RolesAllowed("LOOK")
class TariffsView extends Page {

    TariffsView(TariffDesk desk, SignedInStaff signedIn) {
        super("tariffs.title");
        var who = signedIn.get();
        var tariffs = desk.all(who);
        var mayChange = who.may(StaffPermission.SET_TARIFFS);
        beside(ActionLink.secondary("/" + Addresses.RULES, say("tariffs.rules.title")));
        var list = column();
        if (tariffs.isEmpty()) {
            list.add(new EmptyState(Icon.INVOICE, say("tariffs.none"), say("tariffs.none.why")));
        }
        tariffs.forEach(tariff -> list.add(card(tariff)));
        add(mayChange ? columns(list, changes(desk, signedIn, tariffs)) : list);
    }

    private static Div changes(TariffDesk desk, SignedInStaff signedIn, List<TariffSummary> tariffs) {
        var changes = column();
        if (!tariffs.isEmpty()) {
            changes.add(new NewDraftCard(desk, signedIn.get(), tariffs));
        }
        changes.add(new NewTariffCard(desk, signedIn.get()));
        return changes;
    }

    private Card card(TariffSummary tariff) {
        var about = say("tariffs.about", tariff.code(), TariffWords.of("service", tariff.service()));
        var card = tariff.isDefault()
                ? Card.headed(tariff.name(), new Pill(Tone.INFO, say("tariffs.default")), new Paragraph(about))
                : new Card(tariff.name(), new Paragraph(about));
        card.add(tariff.versions().isEmpty() ? new Paragraph(say("tariffs.no-version")) : table(tariff));
        return card;
    }

    private ResponsiveTable table(TariffSummary tariff) {
        var table = new ResponsiveTable()
                .column(say("tariffs.valid-from"))
                .column(say("tariffs.resolution"))
                .column(say("tariffs.state"))
                .column(say("tariffs.by"))
                .actionColumn(say("tariffs.open"));
        tariff.versions()
                .forEach(version -> table.row(
                        new Span(Written.date(version.validFrom())),
                        new Span(version.resolution()),
                        state(version),
                        new Span(author(version)),
                        open(tariff, version)));
        return table;
    }

    private Pill state(VersionSummary version) {
        if (version.state() == VersionState.DRAFT) {
            return new Pill(Tone.WARN, say("tariffs.draft"));
        }
        return version.isInForce()
                ? new Pill(Tone.GOOD, say("tariffs.in-force"))
                : new Pill(Tone.INFO, say("tariffs.published"));
    }

    /** Who brought it in by a file is nobody of the staff. */
    private String author(VersionSummary version) {
        return version.changedBy().equals("import") ? say("tariffs.by-file") : version.changedBy();
    }

    private Component open(TariffSummary tariff, VersionSummary version) {
        var link = new Anchor(Addresses.version(version.id()), say("tariffs.open"));
        link.getElement().setAttribute("aria-label", say("tariffs.open.of", tariff.name(), version.validFrom()));
        return link;
    }
}
