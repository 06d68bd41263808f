package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;

/** What the page behind an activation link shows before anything is used up. */
public record Activation(EmailAddress email, PersonName name, Password password) {

    /** What the person must give with their click. */
    public enum Password {
        /** None: FranceConnect opens the account, and the person who asked has to come from there once more. */
        FRANCE_CONNECT,
        /** The one they chose: a click on a mail that somebody else caused must open nothing to who caused it. */
        TO_CONFIRM,
        /** A new one: they were invited. */
        TO_CHOOSE
    }
}
