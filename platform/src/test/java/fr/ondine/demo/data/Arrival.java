package fr.ondine.demo.data;

import fr.ondine.demo.data.Cycle.HalfYear;
import java.time.LocalDate;
import java.util.List;

/** When an agreement began and ended, which half-years it was billed for and when its meter was first read. */
record Arrival(LocalDate startedOn, LocalDate endedOn, List<HalfYear> billed, LocalDate firstReading) {

    static Arrival of(Story story, List<HalfYear> halves, LocalDate today, Draw draw) {
        var chance = story == Story.PLAIN ? draw.between(1, 100) : 0;
        if (story == Story.NEWCOMER || chance > 97) {
            var started = today.minusDays(draw.between(10, 28));
            return new Arrival(started, null, List.of(), started);
        }
        if (chance > 75) {
            var billed = halves.subList(draw.between(2, halves.size() - 1), halves.size());
            var started = billed.getFirst().from();
            return new Arrival(started, null, billed, started);
        }
        var started = halves.getFirst().from().minusDays(draw.between(100, 6_000));
        var ended = chance == 75 ? halves.getLast().to() : null;
        return new Arrival(started, ended, halves, halves.getFirst().from().minusDays(1));
    }
}
