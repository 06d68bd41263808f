package fr.ondine.platform.fees;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Service;

/**
 * An agreement as a bill of services looks at it.
 *
 * @param number as it is stored, without the day on which it passed on
 * @param printed the same as it is printed
 * @param isComplete whether a letter would reach the holder
 * @param isOpened whether an opening bill of it stands
 */
record FeeCase(
        AgreementId agreement,
        String number,
        String printed,
        Service service,
        String holder,
        boolean isComplete,
        boolean isOpened) {}
