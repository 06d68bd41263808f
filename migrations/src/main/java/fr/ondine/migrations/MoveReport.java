package fr.ondine.migrations;

/**
 * What a move took along.
 *
 * @param readOnlyMilliseconds how long nothing of the utility could be written
 */
public record MoveReport(
        String slug, String from, String to, int tables, long rows, long jobs, long readOnlyMilliseconds) {}
