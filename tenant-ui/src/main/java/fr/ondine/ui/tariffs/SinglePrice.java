package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import fr.ondine.platform.tariffs.PriceEntry;
import fr.ondine.ui.shell.Form;
import java.util.List;

/** The one price of a fee. */
final class SinglePrice extends PriceRows {

    private final PriceField price = new PriceField("prix", say("tariffs.amount"));

    SinglePrice(List<PriceEntry> known) {
        known.forEach(entry -> price.initially(entry.price()));
        add(price.field());
    }

    @Override
    List<PriceEntry> entries(Form form) {
        return price.read(form).map(PriceEntry::of).stream().toList();
    }
}
