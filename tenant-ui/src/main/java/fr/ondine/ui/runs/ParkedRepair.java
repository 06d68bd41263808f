package fr.ondine.ui.runs;

import com.vaadin.flow.component.html.Anchor;
import fr.ondine.platform.runs.ParkedAgreement;
import fr.ondine.platform.runs.RunId;
import fr.ondine.ui.holders.HolderView;
import fr.ondine.ui.readings.ReadingLinks;
import java.util.Optional;

/** The page on which what set an agreement aside is mended; it leads back to the run. */
final class ParkedRepair {

    private ParkedRepair() {}

    static Optional<Anchor> of(RunId run, ParkedAgreement parked) {
        var readings = ReadingLinks.ofContract(parked.agreement(), run.value());
        return switch (parked.reason()) {
            case NO_READING, NO_HISTORY -> link("enter", readings, parked);
            case IMPLAUSIBLE -> link("correct", readings, parked);
            case TARIFF_MISSING -> link("tariff", "/gestion/tarifs", parked);
            case HOLDER_INCOMPLETE -> link("holder", HolderView.of(parked.agreement(), run.value()), parked);
            case DOUBLE -> link("account", account(parked), parked);
            case CHANGED -> Optional.empty();
        };
    }

    static String account(ParkedAgreement parked) {
        return "/gestion/comptes/" + parked.agreement().value();
    }

    private static Optional<Anchor> link(String what, String address, ParkedAgreement parked) {
        var link = new Anchor(address, RunWords.say("runs.parked.repair." + what));
        link.getElement()
                .setAttribute("aria-label", RunWords.say("runs.parked.repair." + what + ".of", parked.number()));
        return Optional.of(link);
    }
}
