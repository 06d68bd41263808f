package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.DomainException;
import java.time.LocalDate;

/** The meter is not today the business of who would read it: their agreement is over, or has not begun. */
public final class AgreementNotInForce extends DomainException {

    private AgreementNotInForce(String code, LocalDate day) {
        super(code, day);
    }

    /** Passes only if today is one of the agreement's own days. */
    static void unlessCovering(Occupancy occupancy, LocalDate today) {
        if (!occupancy.hasBegunOn(today)) {
            throw new AgreementNotInForce("metering.agreement-not-begun", occupancy.first());
        }
        var last = occupancy.last();
        if (last != null && occupancy.isOverOn(today)) {
            throw new AgreementNotInForce("metering.agreement-over", last);
        }
    }
}
