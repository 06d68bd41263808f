package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import fr.ondine.platform.billing.TrialPlace;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.tariffs.RatingRequest;
import fr.ondine.platform.tariffs.ServiceTraits;
import fr.ondine.platform.tariffs.Use;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is to be rated, as figures that can be typed over: those of a contract, or of a household of 120 m³ a year. */
final class TrialFigures {

    private static final long REFERENCE = 120;
    private static final int DIAMETER = 15;
    private static final int LONGEST_YEARS = 10;

    private final TextField volume = number("volume", "tariffs.trial.volume", 7);
    private final DayField from = new DayField("du", say("tariffs.trial.from")).explains("tariffs.tariff-missing");
    private final DayField to = new DayField("au", say("tariffs.trial.to"));
    private final DayField issued =
            new DayField("facture-le", say("tariffs.trial.issued")).explains("tariffs.levy-rate-missing");
    private final TextField diameter = number("diametre", "tariffs.diameter", 4);
    private final TextField dwellings = number("logements", "tariffs.dwellings", 4);

    TrialFigures(LocalDate begin, Optional<TrialPlace> place) {
        volume.initially(String.valueOf(
                place.flatMap(TrialPlace::yearly).map(Volume::wholeCubicMetres).orElse(REFERENCE)));
        diameter.initially(
                String.valueOf(place.map(known -> known.traits().diameter()).orElse(DIAMETER)));
        dwellings.initially(
                String.valueOf(place.map(known -> known.traits().dwellings()).orElse(1)));
        var last = begin.plusYears(1).minusDays(1);
        from.initially(begin);
        to.initially(last);
        issued.initially(last);
    }

    private static TextField number(String name, String label, int digits) {
        return TextField.digits(name, say(label))
                .attribute("maxlength", String.valueOf(digits))
                .required();
    }

    Form form(Consumer<RatingRequest> rate) {
        var form = new Form(
                volume,
                from.field(),
                to.field(),
                issued.field(),
                diameter,
                dwellings,
                Button.submit(say("tariffs.trial.submit")));
        return form.onSubmit(() -> {
            var request = read(form);
            if (form.isAccepted() && request != null) {
                rate.accept(request);
            }
        });
    }

    private @Nullable RatingRequest read(Form form) {
        var used = whole(volume, form, 0);
        var wide = whole(diameter, form, 0);
        var homes = whole(dwellings, form, 1);
        var first = day(from, form);
        var last = day(to, form);
        var on = day(issued, form);
        if (first == null || last == null || on == null || !form.isAccepted()) {
            return null;
        }
        if (last.isBefore(first) || last.isAfter(first.plusYears(LONGEST_YEARS))) {
            form.refuse(to.field(), say("tariffs.trial.period", LONGEST_YEARS));
            return null;
        }
        return RatingRequest.of(
                new ServiceTraits(wide, homes), new Use(Period.ofDays(first, last), Volume.ofCubicMetres(used)), on);
    }

    private static @Nullable LocalDate day(DayField field, Form form) {
        var day = field.value();
        if (day == null) {
            form.refuse(field.field(), say("tariffs.day.unreadable"));
        }
        return day;
    }

    private static int whole(TextField field, Form form, int least) {
        var digits = field.value().replaceAll("[\\s\\u00a0\\u202f]", "");
        if (digits.matches("\\d{1,9}") && Integer.parseInt(digits) >= least) {
            return Integer.parseInt(digits);
        }
        form.refuse(field, say("tariffs.number.unreadable", least));
        return least;
    }
}
