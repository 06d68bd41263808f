package fr.ondine.tenantconfig;

/** A part of the portal that a utility may switch on. */
public enum Feature {
    CONTACT_FORM,
    CUSTOMER_READINGS,
    ABNORMAL_USE_NOTICE,
    /** Subscribers may ask for an instalment plan, and stop it, by themselves. */
    INSTALMENT_PLANS,
    /** Staff may look at the portal as a subscriber sees it, changing nothing. */
    SEE_AS_SUBSCRIBER
}
