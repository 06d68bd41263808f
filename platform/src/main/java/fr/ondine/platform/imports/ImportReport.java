package fr.ondine.platform.imports;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/**
 * What came of an import, for the utility's staff.
 *
 * @param knownOn the day whose state the data are
 * @param refusals the first of them, when there are too many to list
 */
public record ImportReport(
        UUID id,
        String file,
        boolean accepted,
        LocalDate knownOn,
        List<FileCount> counts,
        List<Refusal> refusals,
        long refusalCount) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    /** The report as a person reads it. */
    public String text() {
        var text = new StringBuilder();
        if (accepted) {
            line(text, Phrases.of("imports.report.accepted", file, DAY.format(knownOn)));
            counts.forEach(
                    c -> line(text, Phrases.of("imports.report.counts", c.file(), c.read(), c.added(), c.changed())));
            return text.toString();
        }
        line(text, Phrases.of("imports.report.refused", file));
        line(text, Phrases.of("imports.report.refusals", refusalCount));
        refusals.forEach(refusal -> line(text, "  " + refusal));
        if (refusalCount > refusals.size()) {
            line(text, "  " + Phrases.of("imports.report.others", refusalCount - refusals.size()));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
