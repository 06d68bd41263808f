package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;

/** What a person gives to sign up. */
public record NewAccount(EmailAddress email, String password, PersonName name) {

    public NewAccount(EmailAddress email, String password) {
        this(email, password, PersonName.UNKNOWN);
    }

    /** Never the password: this may be logged. */
    @Override
    public String toString() {
        return "NewAccount[" + email + "]";
    }
}
