package fr.ondine.platform.fees;

import java.util.List;

/**
 * What can be billed to an agreement today.
 *
 * @param contract its number as it is printed
 * @param holder the name of who would get the bill
 * @param isOpened whether its opening was billed already
 * @param fees as its tariff has them
 */
public record FeeOffer(String contract, String holder, boolean isOpened, List<OfferedFee> fees) {

    public FeeOffer {
        fees = List.copyOf(fees);
    }
}
