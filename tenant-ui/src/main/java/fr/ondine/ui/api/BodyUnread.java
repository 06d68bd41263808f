package fr.ondine.ui.api;

import tools.jackson.core.JacksonException;

/** What was sent is not what is described. */
final class BodyUnread extends RuntimeException {

    BodyUnread(JacksonException unread) {
        super(
                "the body is not the JSON that is described, at line %d, column %d."
                        .formatted(
                                unread.getLocation().getLineNr(),
                                unread.getLocation().getColumnNr()),
                unread);
    }
}
