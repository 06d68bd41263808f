package fr.ondine.platform.runs;

/**
 * A bill that is not issued.
 *
 * @param digest of all that it says
 */
record Draft(BillingCase one, Bill bill, byte[] digest) {

    static Draft of(BillingCase one, Bill bill) {
        return new Draft(one, bill, Digest.of(one, bill));
    }

    long brief() {
        return Digest.brief(digest);
    }
}
