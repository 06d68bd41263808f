package fr.ondine.ui.api;

/** More was sent than is read at once. */
final class BodyTooLarge extends RuntimeException {

    BodyTooLarge(int most) {
        super("a call has %d bytes at most.".formatted(most));
    }
}
