package fr.ondine.platform.customers;

/** An agreement in a list or a switch: its number as printed, the address it serves, and what the reader may do with it. */
public record AgreementSummary(
        AgreementId id,
        String number,
        Service service,
        String street,
        String postcode,
        String city,
        boolean ended,
        Access access) {

    public boolean isHeld() {
        return access == Access.HOLDS;
    }
}
