package fr.ondine.platform.kernel;

/** What was typed cannot be an e-mail address. */
public final class InvalidEmailAddress extends DomainException {

    InvalidEmailAddress(String typed) {
        super("kernel.invalid-email", typed);
    }
}
