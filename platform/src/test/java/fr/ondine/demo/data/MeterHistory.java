package fr.ondine.demo.data;

import fr.ondine.demo.data.Cycle.HalfYear;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The meters of an address, what they showed and what was used in each half-year. */
record MeterHistory(List<Fitting> fittings, List<Register> registers, List<Usage> usages) {

    private static final int DAYS_AGO = 3;

    /** A meter at its place. */
    record Fitting(
            String serial, int dials, LocalDate installedOn, long installedAt, LocalDate removedOn, long removedAt) {}

    /** What a meter showed. */
    record Register(String serial, LocalDate on, long cubicMetres, String source) {}

    /** What was used. */
    record Usage(HalfYear half, long cubicMetres) {}

    String serialInPlace() {
        return fittings.getLast().serial();
    }

    static MeterHistory of(DemoUtility utility, int dossier, Arrival arrival) {
        var draw = new Draw(utility, dossier, "meter");
        var story = Story.of(utility, dossier);
        var firstDay = arrival.firstReading();
        var usages = usages(arrival.billed(), story, draw);
        return switch (story) {
            case REPLACED_METER -> replaced(dossier, usages, firstDay, draw);
            case ROLLOVER -> single(dossier, usages, firstDay, draw, 4, nearlyFull(usages));
            default -> single(dossier, usages, firstDay, draw, 5, draw.between(40, 1_500));
        };
    }

    /** With what the subscriber sent some days ago, where it is one that staff should look at. */
    MeterHistory sentSince(Story story, LocalDate today) {
        return switch (story) {
            case FAR_TOO_HIGH -> sent(today, 10);
            case TOO_HIGH -> sent(today, 3);
            default -> this;
        };
    }

    private MeterHistory sent(LocalDate today, int times) {
        var last = registers.getLast();
        var shown = last.cubicMetres() + times * usages.getLast().cubicMetres();
        var sent = new ArrayList<>(registers);
        sent.add(new Register(last.serial(), today.minusDays(DAYS_AGO), shown, "abonne"));
        return new MeterHistory(fittings, sent, usages);
    }

    private static List<Usage> usages(List<HalfYear> halves, Story story, Draw draw) {
        var household = draw.between(18, 95);
        var usages = new ArrayList<Usage>();
        for (var half : halves) {
            var volume = Math.round(household * draw.between(85, 115) / 100.0);
            var leaks = story == Story.LEAK && half == halves.getLast();
            usages.add(new Usage(half, leaks ? volume * 6 : volume));
        }
        return usages;
    }

    private static long nearlyFull(List<Usage> usages) {
        var used = usages.stream().mapToLong(Usage::cubicMetres).sum();
        return 10_000 - used + usages.getLast().cubicMetres() / 2;
    }

    private static MeterHistory single(
            int dossier, List<Usage> usages, LocalDate firstDay, Draw draw, int dials, long start) {
        var serial = "%02dFA%06d".formatted(draw.between(10, 19), 93_400 + dossier);
        var fitted = new Fitting(serial, dials, firstDay.minusYears(draw.between(1, 8)), 0, null, 0);
        var registers = new ArrayList<Register>();
        var shown = start;
        registers.add(new Register(serial, firstDay, shown, "agent"));
        for (var usage : usages) {
            shown = (shown + usage.cubicMetres()) % (long) Math.pow(10, dials);
            registers.add(new Register(serial, usage.half().to(), shown, draw.percent(85) ? "agent" : "abonne"));
        }
        return new MeterHistory(List.of(fitted), registers, usages);
    }

    private static MeterHistory replaced(int dossier, List<Usage> usages, LocalDate firstDay, Draw draw) {
        var old = single(dossier, usages, firstDay, draw, 5, draw.between(2_000, 4_000));
        int middle = usages.size() / 2;
        var half = usages.get(middle);
        var before = old.registers().get(middle).cubicMetres();
        var usedOnOld = half.cubicMetres() / 3;
        var day = half.half().from().plusDays(60);
        var out = old.fittings().getFirst();
        var removed = new Fitting(out.serial(), 5, out.installedOn(), 0, day, before + usedOnOld);
        var serial = "%02dFB%06d".formatted(day.getYear() % 100, 93_400 + dossier);
        var fitted = new Fitting(serial, 5, day, 0, null, 0);
        var registers = new ArrayList<>(old.registers().subList(0, middle + 1));
        var shown = -usedOnOld;
        for (var usage : usages.subList(middle, usages.size())) {
            shown += usage.cubicMetres();
            registers.add(new Register(serial, usage.half().to(), shown, "agent"));
        }
        return new MeterHistory(List.of(removed, fitted), registers, usages);
    }
}
