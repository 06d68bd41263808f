package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.tariffs.PriceEntry;
import fr.ondine.platform.tariffs.PriceText;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Written;
import java.time.MonthDay;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of one tier: from, to, price, and the day on which its season begins where there are seasons. */
final class TierRow extends Div {

    private final TextField from;
    private final TextField to;
    private final PriceField price;
    private final TextField season;

    TierRow(int number) {
        var name = "tranche-" + number;
        from = volume(name + "-de", say("tariffs.tier.from"));
        to = volume(name + "-a", say("tariffs.tier.to")).help(say("tariffs.tier.to.help"));
        price = new PriceField(name + "-prix", say("tariffs.per-cubic-metre"));
        season = TextField.text(name + "-saison", say("tariffs.season"))
                .autocomplete("off")
                .help(say("tariffs.season.help"));
        add(new FieldGroup(say("tariffs.tier.number", number), from, to, price.field(), season));
    }

    private static TextField volume(String name, String label) {
        return TextField.text(name, label).attribute("inputmode", "decimal").autocomplete("off");
    }

    void begin() {
        from.initially("0");
    }

    void fill(PriceEntry entry, @Nullable Volume until) {
        from.initially(written(entry.from()));
        to.initially(until == null ? "" : written(until));
        price.initially(entry.price());
        entry.season().ifPresent(day -> season.initially(Written.here().typed(day)));
    }

    private static String written(Volume volume) {
        return Written.here().decimal(volume.cubicMetres());
    }

    boolean isEmpty() {
        return price.isEmpty()
                && to.value().isBlank()
                && (from.value().isBlank() || from.value().equals("0"));
    }

    /** What was typed, or nothing and a sentence beside each field that cannot be read. */
    Optional<TypedTier> read(Form form) {
        var begins = volume(from, form);
        var ends = to.value().isBlank() ? Optional.<Volume>empty() : volume(to, form);
        var costs = price.read(form);
        var day = day(form);
        return begins.flatMap(volume -> costs.map(per -> tier(day, volume, ends, per)));
    }

    private TypedTier tier(Optional<MonthDay> day, Volume begins, Optional<Volume> ends, UnitPrice per) {
        return new TypedTier(this, day, begins, ends, per);
    }

    private Optional<MonthDay> day(Form form) {
        if (season.value().isBlank()) {
            return Optional.empty();
        }
        var day = Written.here().monthDay(season.value().strip());
        if (day.isEmpty()) {
            form.refuse(season, say("tariffs.season.unreadable"));
        }
        return day;
    }

    private static Optional<Volume> volume(TextField field, Form form) {
        try {
            var cubicMetres = PriceText.read(field.value()).perUnit();
            return Optional.of(new Volume(cubicMetres.movePointRight(3).longValueExact()));
        } catch (DomainException | ArithmeticException unreadable) {
            form.refuse(field, say("tariffs.tier.unreadable"));
            return Optional.empty();
        }
    }

    void refuseFrom(Form form, String sentence) {
        form.refuse(from, sentence);
    }

    void refuseTo(Form form, String sentence) {
        form.refuse(to, sentence);
    }

    void refusePrice(Form form, String sentence) {
        form.refuse(price.field(), sentence);
    }

    void refuseSeason(Form form, String sentence) {
        form.refuse(season, sentence);
    }
}
