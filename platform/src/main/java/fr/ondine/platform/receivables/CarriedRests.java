package fr.ondine.platform.receivables;

/**
 * Says in SQL what a plan {@code q} that has ended left of its invoices {@code i} to the next one, or to another invoice: no
 * more than its small rest. More than that is open where a payment came back, or the plan was stopped before its last ones;
 * then the invoice asks for it itself.
 */
public final class CarriedRests {

    /** Whether an invoice was in the year of the plan. */
    private static final String OF_PLAN =
            "%1$s.agreement_id = q.agreement_id and %1$s.issued_on > q.agreed_on and %1$s.issued_on <= q.settled_on";

    private static final String LEFT =
            "q.state = 'CLOSED' and q.outcome = 'CARRIED' and q.settled_left >= greatest(%2$s, 0.01) and " + OF_PLAN;

    private static final String EXCEEDED = """
            exists (select from invoice i
                     where %s and i.kind in ('ACTUAL', 'ESTIMATED')
                       and (select sum(o.amount) from posting o where o.invoice_id = i.id and o.account = 'RECEIVABLE')
                           > greatest(q.settled_left, 0))""".formatted(OF_PLAN.formatted("i"));

    private CarriedRests() {}

    /** Whether plan {@code q} left so much of an invoice. */
    public static String isOf(String invoice, String amount) {
        return LEFT.formatted(invoice, amount);
    }

    /** Whether more than what plan {@code q} left is open on one of its invoices. */
    public static String isExceeded() {
        return EXCEEDED;
    }
}
