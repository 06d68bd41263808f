package fr.ondine.ui.tariffs;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.tariffs.StoredVersion;
import fr.ondine.platform.tariffs.TariffDesk;
import fr.ondine.platform.tariffs.TariffDraft;
import fr.ondine.platform.tariffs.TariffSummary;
import fr.ondine.platform.tariffs.VersionSummary;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** One version of a tariff: its prices, what it changes, and for a draft the way until it is published. */
@Route(value = Addresses.VERSION, layout = StaffLayout.class)
@RolesAllowed("LOOK")
class VersionView extends VersionPage {

    private final Div told = new Div();

    VersionView(TariffDesk desk, SignedInStaff signedIn) {
        super("tariffs.version", desk, signedIn);
    }

    @Override
    void show(StoredVersion version, QueryParameters address) {
        var tariff = desk.all(who()).stream()
                .filter(one -> one.id().equals(version.tariff()))
                .findFirst()
                .orElseThrow();
        entitle(say("tariffs.version.of", tariff.name(), version.content().validFrom()));
        var wide = column(new ChargesCard(version, mayChange(version), code -> remove(version, code)));
        inForce(tariff, version)
                .ifPresent(
                        other -> wide.add(new DifferenceCard(other, desk.difference(who(), other.id(), version.id()))));
        told.removeAll();
        add(column(told, row(new Anchor("/" + Addresses.HOME, say("tariffs.see-all"))), columns(wide, side(version))));
    }

    private Div side(StoredVersion version) {
        var side = column();
        if (mayChange(version)) {
            side.add(
                    new PublishCard(desk, who(), version, () -> again(version, say("tariffs.publish.done"))),
                    day(version),
                    removal(version));
        } else {
            side.add(facts(version));
        }
        side.addComponentAsFirst(new Card(
                say("tariffs.trial.title"),
                new Paragraph(say("tariffs.trial.why")),
                ActionLink.secondary(Addresses.trial(version.id()), say("tariffs.trial.open"))
                        .wide()));
        return side;
    }

    /** What a draft is compared with: the version that bills are made by today, unless it is the same. */
    private static Optional<VersionSummary> inForce(TariffSummary tariff, StoredVersion version) {
        return tariff.inForce().filter(other -> !other.id().equals(version.id()));
    }

    private Card facts(StoredVersion version) {
        var content = version.content();
        var card = new Card(
                say(version.isDraft() ? "tariffs.draft" : "tariffs.published"),
                new Definitions()
                        .with(say("tariffs.valid-from"), Written.date(content.validFrom()))
                        .with(say("tariffs.resolution"), content.resolution()));
        if (!version.isDraft()) {
            card.add(new Paragraph(say("tariffs.published.what")));
        }
        return card;
    }

    private Card day(StoredVersion version) {
        var content = version.content();
        var day = new DayField("valable-du", say("tariffs.valid-from"))
                .initially(content.validFrom())
                .explains("tariffs.day-missing", "tariffs.two-versions-one-day");
        var resolution = TextField.text("deliberation", say("tariffs.resolution"))
                .autocomplete("off")
                .help(say("tariffs.resolution.help"))
                .initially(content.resolution());
        return new Card(
                say("tariffs.decided"),
                new Form(
                                day.field(),
                                resolution,
                                Button.submit(say("tariffs.decided.save")).subdued())
                        .onSubmit(() -> {
                            save(version, TariffDraft.of(content).on(day.value(), resolution.value()));
                        }));
    }

    private Card removal(StoredVersion version) {
        var card = new Card(say("tariffs.remove"), new Paragraph(say("tariffs.remove.what")));
        var remove = Button.danger(say("tariffs.remove.submit")).wide();
        remove.getElement().setAttribute("type", "submit");
        card.add(new Form(remove).onSubmit(() -> {
            desk.remove(who(), version.id(), version.revision());
            UI.getCurrentOrThrow().navigate(Addresses.HOME);
        }));
        return card;
    }

    private void remove(StoredVersion version, String code) {
        save(version, TariffDraft.of(version.content()).without(code));
    }

    private void save(StoredVersion version, TariffDraft draft) {
        desk.save(who(), version.id(), version.revision(), draft);
        again(version, say("tariffs.saved"));
    }

    private void again(StoredVersion version, String done) {
        clear();
        find(version.id()).ifPresent(fresh -> show(fresh, QueryParameters.empty()));
        told.add(Notice.plain(Tone.GOOD, done).announced());
    }
}
