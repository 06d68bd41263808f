package fr.ondine.migrations;

/**
 * What a move took along.
 *
 * @param closedMilliseconds how long the utility could not be used
 */
public record MoveReport(
        String slug, String from, String to, int tables, long rows, long jobs, long closedMilliseconds) {}
