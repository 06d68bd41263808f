package fr.ondine.platform.fleet;

import java.time.LocalDate;

/**
 * Which of the acts of operators are looked for.
 *
 * @param from the first day, of those that begin at midnight UTC
 * @param to the last one
 * @param by a part of the name of who acts; empty for anybody
 * @param slug to which utility; empty for all, and for what operators did to each other
 */
public record WantedActs(LocalDate from, LocalDate to, String by, String slug) {}
