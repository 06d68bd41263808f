package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;

/** What a person gives to sign up; {@code as} is by what they have their own link sent again, and not somebody else's. */
public record NewAccount(EmailAddress email, String password, PersonName name, ApplicationId as) {

    public NewAccount(EmailAddress email, String password) {
        this(email, password, PersonName.UNKNOWN);
    }

    public NewAccount(EmailAddress email, String password, PersonName name) {
        this(email, password, name, ApplicationId.fresh());
    }

    /** Never the password: this may be logged. */
    @Override
    public String toString() {
        return "NewAccount[" + email + "]";
    }
}
