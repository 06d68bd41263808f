package fr.ondine.platform.leaks;

/** Looks whether a file that somebody sent does harm. */
public interface FileScan {

    /** What came of it. */
    enum Verdict {
        CLEAN,
        INFECTED,
        NOT_SCANNED
    }

    /** Fails where a scanner is set up and does not answer: nothing is taken unseen then. */
    Verdict scan(byte[] content);
}
