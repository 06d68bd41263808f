package fr.ondine.platform.runs;

/** What the invoices of a run bill. */
public enum RunKind {
    /** What meters measured, by readings that somebody saw. */
    ACTUAL,
    /** What was probably used since; the next invoice by a reading sets it right. */
    ESTIMATED,
    /** The last invoice of a holder who leaves, until that day. */
    CLOSING
}
