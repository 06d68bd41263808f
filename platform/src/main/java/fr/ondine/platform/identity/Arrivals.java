package fr.ondine.platform.identity;

/** What else is written down when somebody brings something into an account, in the transaction that has a mail sent. */
public interface Arrivals {

    /** The account that waits for its activation. */
    void waits(UserId account);

    /** The account that the address has already, and whose owner is to be told. */
    void known(UserId account);
}
