package fr.ondine.platform.fleet;

/**
 * What came out of an export.
 *
 * @param jobs how much waiting work was taken over: none when the original still lives
 */
public record ImportReport(UtilitySummary utility, long rows, long documents, long jobs, long milliseconds) {}
