package fr.ondine.platform.customers;

/** What an agreement is about. */
public enum Service {
    WATER,
    SEWERAGE
}
