package fr.ondine.platform.customers;

/** An agreement in a list or a switch: its number as printed, and the address it serves. */
public record AgreementSummary(
        AgreementId id, String number, Service service, String street, String postcode, String city, boolean ended) {}
