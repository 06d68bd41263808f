package fr.ondine.platform.runs;

import fr.ondine.platform.customers.AgreementId;

/**
 * An agreement that a run set aside, as a clerk looks for it.
 *
 * @param number as it is printed
 * @param detail what there is to know beside the reason: a day, litres, a meter
 */
public record ParkedAgreement(
        AgreementId agreement,
        String number,
        String holder,
        String street,
        String city,
        ParkingReason reason,
        String detail) {

    /** Whether a look at the meter can settle it: a register that went backwards cannot be billed whoever confirms it. */
    public boolean isConfirmable() {
        return reason == ParkingReason.IMPLAUSIBLE && !detail.startsWith("-");
    }
}
