package fr.ondine.platform.payments;

/** How far a payment is; it only ever moves on: initiated, processing, then an end, and settled money may come back. */
public enum PaymentState {
    /** The payer has not finished at the provider's. */
    INITIATED,
    /** The payer is done, the provider does not have the money yet. */
    PROCESSING,
    FAILED,
    CANCELLED,
    /** The provider has the money: the only state that is called paid. */
    SETTLED,
    RETURNED;

    /** Whether a second payment of the same invoice has to wait. */
    public boolean isOpen() {
        return this == INITIATED || this == PROCESSING;
    }

    /** Whether it ended and the utility has no money of it. */
    public boolean isVoid() {
        return this == FAILED || this == CANCELLED || this == RETURNED;
    }
}
