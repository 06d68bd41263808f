package fr.ondine.ui.tariffs;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.billing.AgreementSearch;
import fr.ondine.platform.billing.TrialPlace;
import fr.ondine.platform.billing.TrialPlaces;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.tariffs.RatingRequest;
import fr.ondine.platform.tariffs.StoredVersion;
import fr.ondine.platform.tariffs.TariffDesk;
import fr.ondine.platform.tariffs.TariffTrials;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;

/** What a bill would be with a version and without it: of a contract, or of figures that are typed. */
@Route(value = Addresses.TRIAL, layout = StaffLayout.class)
@RolesAllowed("LOOK")
class TrialView extends VersionPage {

    private final transient TariffTrials trials;
    private final transient TrialPlaces places;
    private final transient AgreementSearch search;
    private final Div result = new Div();

    TrialView(
            TariffDesk desk, TariffTrials trials, TrialPlaces places, AgreementSearch search, SignedInStaff signedIn) {
        super("tariffs.trial.title", desk, signedIn);
        this.trials = trials;
        this.places = places;
        this.search = search;
        result.addClassName("column");
    }

    @Override
    void show(StoredVersion version, QueryParameters address) {
        var place = address.getSingleParameter("contrat")
                .flatMap(Addresses::id)
                .flatMap(id -> places.get(who(), new AgreementId(id)));
        result.removeAll();
        var side = column(new AgreementFinder(search, who(), version.id()));
        place.ifPresent(known -> side.addComponentAsFirst(about(known)));
        var figures = new TrialFigures(version.content().validFrom(), place);
        var form = figures.form(request -> rate(version, request));
        add(column(
                row(new Anchor(Addresses.version(version.id()), say("tariffs.back-to-version"))),
                columns(new Card(say("tariffs.trial.figures"), new Paragraph(say("tariffs.trial.what")), form), side),
                result));
    }

    private void rate(StoredVersion version, RatingRequest request) {
        result.removeAll();
        var trial = trials.rate(who(), version.id(), request);
        var sums = new TrialSums(trial);
        result.add(sums);
        trial.without().ifPresent(without -> result.add(new RatedCard(say("tariffs.trial.without"), without)));
        result.add(new RatedCard(say(version.isDraft() ? "tariffs.trial.draft" : "tariffs.trial.with"), trial.with()));
        sums.getElement().setAttribute("tabindex", "-1").executeJs("setTimeout(() => this.focus())");
    }

    private Card about(TrialPlace place) {
        var agreement = place.agreement();
        return new Card(
                say("tariffs.trial.of", agreement.number()),
                new Definitions()
                        .with(say("tariffs.holder"), agreement.holder())
                        .with(say("tariffs.place"), agreement.street() + ", " + agreement.city()),
                new Paragraph(say(place.yearly().isPresent() ? "tariffs.trial.measured" : "tariffs.trial.unmeasured")));
    }
}
