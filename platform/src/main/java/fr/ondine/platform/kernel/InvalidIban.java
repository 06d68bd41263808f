package fr.ondine.platform.kernel;

/** The account number has a wrong length or wrong check digits; the number itself is not kept in the message. */
public final class InvalidIban extends DomainException {

    InvalidIban() {
        super("kernel.invalid-iban");
    }
}
