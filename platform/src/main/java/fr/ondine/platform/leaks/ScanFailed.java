package fr.ondine.platform.leaks;

import java.io.IOException;

/** The scanner that is set up does not answer as it should. */
final class ScanFailed extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    ScanFailed(String what) {
        super(what);
    }

    ScanFailed(String what, IOException cause) {
        super(what, cause);
    }
}
