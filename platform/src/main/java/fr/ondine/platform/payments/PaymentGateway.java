package fr.ondine.platform.payments;

/** The seam to the provider of the bound utility; each call asks it, nothing is remembered. */
public interface PaymentGateway {

    /** Whether the bound utility has an account that we can use. */
    boolean isReady();

    /** Asks for a page to pay on, or for the one that the same order was given before. */
    Checkout open(Order order) throws ProviderUnavailable, ProviderRefused;

    Checkout read(String session) throws ProviderUnavailable;

    /** What went back of a session that is paid, each refund looked at. */
    SentBack sentBack(String session) throws ProviderUnavailable;

    /** Closes the page unless it was too late; the answer says which. */
    Checkout close(String session) throws ProviderUnavailable;
}
