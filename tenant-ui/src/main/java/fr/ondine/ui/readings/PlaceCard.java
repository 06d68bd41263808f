package fr.ondine.ui.readings;

import static fr.ondine.ui.readings.ReadingWords.say;

import fr.ondine.platform.metering.MeterInstallation;
import fr.ondine.platform.metering.ReadPlace;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Written;

/** Whose meter it is, where, and what it showed last. */
final class PlaceCard extends Card {

    PlaceCard(ReadPlace place) {
        super(say("readings.place.of", place.agreement().number()));
        var agreement = place.agreement();
        var facts = new Definitions()
                .with(say("readings.holder"), agreement.holder())
                .with(say("readings.place"), agreement.street() + ", " + agreement.city());
        var ended = agreement.endedOn();
        if (ended != null) {
            facts.with(say("readings.ended"), Written.date(ended));
        }
        place.inPlace().ifPresent(meter -> describe(facts, place, meter));
        add(facts);
    }

    private static void describe(Definitions facts, ReadPlace place, MeterInstallation meter) {
        var last = place.last(meter);
        facts.with(say("readings.meter"), say("readings.meter.dials", meter.serial(), meter.dials()))
                .with(say("readings.last"), say("readings.last.on", ReadingWords.register(last), last.readOn()));
    }
}
