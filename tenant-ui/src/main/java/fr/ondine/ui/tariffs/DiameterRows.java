package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.tariffs.PriceEntry;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The price of a year, and others for some diameters of the meter. */
final class DiameterRows extends PriceRows {

    private static final int MOST_DIGITS = 4;

    private final PriceField usual = new PriceField("prix", say("tariffs.yearly"));
    private final List<Row> rows = new ArrayList<>();
    private final Div list = new Div();

    private record Row(TextField diameter, PriceField price) {

        boolean isEmpty() {
            return diameter.value().isBlank() && price.isEmpty();
        }
    }

    DiameterRows(List<PriceEntry> known) {
        add(usual.field(), list, Button.link(say("tariffs.diameter.add")).onPress(this::more));
        for (var entry : known) {
            if (entry.diameter().isPresent()) {
                var row = more();
                row.diameter.initially(String.valueOf(entry.diameter().get()));
                row.price.initially(entry.price());
            } else {
                usual.initially(entry.price());
            }
        }
    }

    private Row more() {
        var number = rows.size() + 1;
        var row = new Row(
                TextField.digits("diametre-" + number, say("tariffs.diameter")),
                new PriceField("diametre-" + number + "-prix", say("tariffs.yearly")));
        rows.add(row);
        list.add(new FieldGroup(say("tariffs.diameter.number", number), row.diameter, row.price.field()));
        return row;
    }

    @Override
    List<PriceEntry> entries(Form form) {
        var entries = new ArrayList<PriceEntry>();
        usual.read(form).map(PriceEntry::of).ifPresent(entries::add);
        rows.stream().filter(row -> !row.isEmpty()).forEach(row -> read(form, row, entries));
        return entries;
    }

    private static void read(Form form, Row row, List<PriceEntry> entries) {
        var typed = row.diameter.value().strip();
        if (!typed.matches("[1-9]\\d{0," + (MOST_DIGITS - 1) + "}")) {
            form.refuse(row.diameter, say("tariffs.diameter.unreadable"));
            return;
        }
        var diameter = Optional.of(Integer.valueOf(typed));
        if (entries.stream().anyMatch(other -> other.diameter().equals(diameter))) {
            form.refuse(row.diameter, say("tariffs.diameter.twice"));
            return;
        }
        row.price
                .read(form)
                .map(price -> new PriceEntry(diameter, Optional.empty(), new Volume(0), price))
                .ifPresent(entries::add);
    }
}
