package fr.ondine.ui.api;

import fr.ondine.platform.imports.ImportReport;

/** Nothing of what was sent was taken, and the report says why. */
final class ImportRefused extends RuntimeException {

    private final transient ImportReport report;

    ImportRefused(ImportReport report) {
        super(report.id() + " was refused");
        this.report = report;
    }

    ImportReport report() {
        return report;
    }
}
