package fr.ondine.tenantconfig;

/**
 * For how many months a utility keeps what accounting law does not make it keep; each within what the law allows.
 *
 * @param accountMails what was mailed about an account
 * @param contractMails what was mailed about a contract: whoever must have been told may ask for it for years
 * @param signIns where and when somebody signed in
 * @param signUps accounts that nobody activated, and identities that nobody confirmed
 * @param claims requests for access that were decided
 * @param cardEvents what the provider of card payments told
 */
public record RetentionRules(
        int accountMails, int contractMails, int signIns, int signUps, int claims, int cardEvents) {

    public RetentionRules {
        within("accountMails", 1, 36, accountMails);
        within("contractMails", 24, 120, contractMails);
        within("signIns", 6, 12, signIns);
        within("signUps", 1, 12, signUps);
        within("claims", 1, 60, claims);
        within("cardEvents", 2, 36, cardEvents);
    }

    public static RetentionRules defaults() {
        return new RetentionRules(12, 60, 12, 1, 12, 13);
    }

    private static void within(String field, int least, int most, int months) {
        Invalid.unless(months >= least && months <= most, field, "retention-months", least, most, months);
    }
}
