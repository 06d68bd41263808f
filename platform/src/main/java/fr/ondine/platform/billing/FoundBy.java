package fr.ondine.platform.billing;

/** By what of it a contract was found. */
public enum FoundBy {
    CONTRACT,
    INVOICE,
    METER,
    EMAIL,
    HOLDER,
    ADDRESS
}
