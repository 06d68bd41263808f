package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.OrderedId;
import fr.ondine.tenantconfig.ReadingRules;
import java.time.LocalDate;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Some of the readings that were pushed, each judged as if those before it had been written: they are after all of them. */
final class PushedLot {

    private static final int LITRES = 1_000;

    /** Outside of these the database knows no days, nor a sign that nobody sees: no meter was read there, or is called so. */
    private static final ValueRange YEARS = ValueRange.of(1, 9999);

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cntrl}");

    private final FoundPlaces places;
    private final LocalDate today;
    private final ReadingRules rules;
    private final List<Taken> taken = new ArrayList<>();
    private final List<PushReport.Refusal> refusals = new ArrayList<>();
    private int already;

    PushedLot(FoundPlaces places, LocalDate today, ReadingRules rules) {
        this.places = places;
        this.today = today;
        this.rules = rules;
    }

    /** One that can be and was not there before; {@code index} is its place in all that was pushed. */
    record Taken(int index, ReadingId id, Entry entry) {

        DoubtStore.Judged judged() {
            return new DoubtStore.Judged(entry.meter().meterId(), entry.reading(), entry.judgement());
        }
    }

    static Optional<MeterDay> meter(PushedReading pushed) {
        return pushed.readOn() == null
                        || pushed.meter() == null
                        || pushed.meter().isBlank()
                        || UNSEEN.matcher(pushed.meter()).find()
                        || !YEARS.isValidValue(pushed.readOn().getYear())
                ? Optional.empty()
                : Optional.of(new MeterDay(pushed.meter().strip(), pushed.readOn()));
    }

    void add(int index, PushedReading pushed) {
        try {
            var entry = entry(pushed);
            if (entry.isEmpty()) {
                already++;
            } else {
                var id = new ReadingId(OrderedId.next());
                taken.add(new Taken(index, id, entry.get()));
                places.add(id, entry.get().reading());
            }
        } catch (ReadingRefused refused) {
            refusals.add(new PushReport.Refusal(index, refused));
        }
    }

    List<Taken> taken() {
        return taken;
    }

    List<PushReport.Refusal> refusals() {
        return refusals;
    }

    int already() {
        return already;
    }

    /** Nothing where it is there already. */
    private Optional<Entry> entry(PushedReading pushed) {
        if (pushed.readOn() == null) {
            throw ReadingRefused.withoutDay();
        }
        if (pushed.meter() == null || pushed.meter().isBlank()) {
            throw ReadingRefused.withoutSerial();
        }
        var meter = meter(pushed).orElseThrow(ReadingRefused::unknownMeter);
        var place = places.of(meter).orElseThrow(ReadingRefused::unknownMeter);
        var entry = Entry.of(
                place, new NewReading(meter.day(), cubicMetres(pushed.litres()), ReadingSource.REMOTE), today, rules);
        if (!entry.meter().serial().equals(meter.serial())) {
            throw ReadingRefused.withoutMeter(meter.day());
        }
        return place.readings().contains(entry.reading()) ? Optional.empty() : Optional.of(entry.requireNew(place));
    }

    private static String cubicMetres(long litres) {
        return litres < 0 ? "" : String.format(Locale.ROOT, "%d,%03d", litres / LITRES, litres % LITRES);
    }
}
