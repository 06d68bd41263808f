package fr.ondine.ui.api;

import fr.ondine.platform.imports.FileCount;
import fr.ondine.platform.imports.ImportReport;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What came of an import that was accepted. */
record ImportAnswer(UUID id, LocalDate knownOn, List<FileCount> files) {

    static ImportAnswer of(ImportReport report) {
        return new ImportAnswer(report.id(), report.knownOn(), report.counts());
    }
}
