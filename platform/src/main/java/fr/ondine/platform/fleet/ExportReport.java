package fr.ondine.platform.fleet;

/**
 * What went into an export.
 *
 * @param passphrase what opens its secrets, if it was made up: it is told only here
 */
public record ExportReport(
        String slug,
        String file,
        long bytes,
        long rows,
        long documents,
        long jobs,
        long milliseconds,
        String passphrase) {

    @Override
    public String toString() {
        return "ExportReport[" + file + "]";
    }
}
