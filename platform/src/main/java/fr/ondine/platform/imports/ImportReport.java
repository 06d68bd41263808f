package fr.ondine.platform.imports;

import fr.ondine.platform.kernel.Writing;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What came of an import, for the utility's staff.
 *
 * @param language of whoever reads it
 * @param knownOn the day whose state the data are
 * @param refusals the first of them, when there are too many to list
 */
public record ImportReport(
        UUID id,
        String file,
        boolean accepted,
        Locale language,
        LocalDate knownOn,
        List<FileCount> counts,
        List<Refusal> refusals,
        long refusalCount) {

    /** Whether the day's payments are in it: only then is it known what was paid, debited and sent back until then. */
    boolean bringsPayments() {
        return counts.stream().anyMatch(count -> count.file().equals(Format.PAYMENTS));
    }

    /** The report as a person reads it. */
    public String text() {
        var text = new StringBuilder();
        var phrases = new Phrases(language);
        if (accepted) {
            line(text, phrases.of("imports.report.accepted", file, new Writing(language).date(knownOn)));
            counts.forEach(
                    c -> line(text, phrases.of("imports.report.counts", c.file(), c.read(), c.added(), c.changed())));
            return text.toString();
        }
        line(text, phrases.of("imports.report.refused", file));
        line(text, phrases.of("imports.report.refusals", refusalCount));
        refusals.forEach(refusal -> line(text, "  " + refusal.text(phrases)));
        if (refusalCount > refusals.size()) {
            line(text, "  " + phrases.of("imports.report.others", refusalCount - refusals.size()));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
