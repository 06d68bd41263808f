package fr.ondine.platform.customers;

/**
 * Which agreements are open to a user whom their holder lets see them: the one place where that is decided. It holds only
 * until its day, while the contract runs, is of the same holder, and is open to who gave the leave; nobody has to end it.
 */
final class SharedAgreements {

    /** Of delegation {@code d} and agreement {@code a}, on {@code :today}. */
    static final String STANDS = """
            d.ended_at is null and d.accepted_at is not null and d.until >= :today
            and d.customer_id = a.customer_id and (a.ended_on is null or a.ended_on >= :today)
            and exists (select from customer_link h where h.user_id = d.holder_id and h.customer_id = a.customer_id
                        and (h.agreement_id is null or h.agreement_id = a.id))""";

    private static final String SHARED =
            "exists (select from delegation d where d.agreement_id = a.id and d.delegate_id = :user and " + STANDS;

    /** Whether agreement {@code a} may be seen by {@code :user}. */
    static final String SEEN_BY_USER = "(" + CustomerLinks.OPEN_TO_USER + " or " + SHARED + "))";

    /** Whether {@code :user} may pay the invoices of agreement {@code a}. */
    static final String PAID_BY_USER = "(" + CustomerLinks.OPEN_TO_USER + " or " + SHARED + " and d.may_pay))";

    /** What {@code :user}, who sees agreement {@code a}, may do with it. */
    static final String ACCESS = "case when " + CustomerLinks.OPEN_TO_USER + " then 'HOLDS' when " + PAID_BY_USER
            + " then 'PAYS' else 'SEES' end";

    private SharedAgreements() {}
}
