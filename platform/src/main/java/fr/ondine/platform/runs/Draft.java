package fr.ondine.platform.runs;

import fr.ondine.platform.metering.ComparedUse;
import java.util.Optional;

/**
 * A bill that is not issued.
 *
 * @param digest of all that it says
 * @param abnormal what it bills, where it is more than twice what is usual in a dwelling
 */
record Draft(BillingCase one, Bill bill, byte[] digest, Optional<ComparedUse> abnormal) {

    static Draft of(BillingCase one, Bill bill) {
        return new Draft(one, bill, Digest.of(one, bill), one.abnormal(bill));
    }

    long brief() {
        return Digest.brief(digest);
    }
}
