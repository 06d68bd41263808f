package fr.ondine.platform.payments;

import fr.ondine.platform.kernel.Money;

/**
 * All that ever went back to a payer of what was paid, by refunds and lost disputes. Both only grow, so that no answer that
 * is older than another can take anything away.
 *
 * @param inAll also what did not arrive
 * @param notArrived what failed on its way, as at a closed account, and is the utility's again
 */
public record SentBack(Money inAll, Money notArrived) {}
