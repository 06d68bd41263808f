package fr.ondine.platform.passkeys;

/** A passkey has signed rightly, and counts less than it had before: somebody may have a copy of it. */
public final class PasskeyCopied extends RuntimeException {

    PasskeyCopied() {
        super("a passkey counts backwards");
    }
}
