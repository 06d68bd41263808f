package fr.ondine.ui.api;

import fr.ondine.platform.kernel.DomainException;

/** No page of this list says to go on there. */
final class CursorUnknown extends DomainException {

    CursorUnknown() {
        super("api.cursor-unknown");
    }
}
