package fr.ondine.platform.imports;

import fr.ondine.platform.kernel.DomainException;

/** A row whose fields do not go together; {@code column} is the one to look at. */
final class RowRefused extends RuntimeException {

    private final String column;
    private final transient DomainException why;

    RowRefused(String column, DomainException why) {
        super(why.code(), null, false, false);
        this.column = column;
        this.why = why;
    }

    String column() {
        return column;
    }

    DomainException why() {
        return why;
    }
}
