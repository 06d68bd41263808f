package fr.ondine.platform.fleet;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Which of the acts of operators are looked for.
 *
 * @param from the first day, of those that begin at midnight in the zone
 * @param to the last one
 * @param zone whose days they are
 * @param by a part of the name of who acts; empty for anybody
 * @param slug to which utility; empty for all, and for what operators did to each other
 */
public record WantedActs(LocalDate from, LocalDate to, ZoneId zone, String by, String slug) {

    /** The same of days that begin at midnight UTC. */
    public WantedActs(LocalDate from, LocalDate to, String by, String slug) {
        this(from, to, ZoneOffset.UTC, by, slug);
    }

    OffsetDateTime begin() {
        return from.atStartOfDay(zone).toOffsetDateTime();
    }

    OffsetDateTime end() {
        return to.plusDays(1).atStartOfDay(zone).toOffsetDateTime();
    }
}
