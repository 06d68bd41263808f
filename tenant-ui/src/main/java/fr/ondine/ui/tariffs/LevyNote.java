package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.tariffs.PriceEntry;
import fr.ondine.ui.shell.Form;
import java.util.List;

/** A levy has no price here: its rates are those of its basin, year by year, for all tariffs. */
final class LevyNote extends PriceRows {

    LevyNote() {
        add(
                new Paragraph(say("tariffs.levy.where")),
                new Paragraph(new Anchor("/" + Addresses.RULES, say("tariffs.levies"))));
    }

    @Override
    List<PriceEntry> entries(Form form) {
        return List.of();
    }
}
