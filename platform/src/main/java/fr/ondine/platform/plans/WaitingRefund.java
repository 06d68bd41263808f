package fr.ondine.platform.plans;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;

/**
 * What a payer is to be given back (remboursement), by the utility's own means.
 *
 * @param amount what is left of it: an invoice may have taken some since
 */
public record WaitingRefund(PlanId plan, AgreementId agreement, Money amount, LocalDate notedOn) {}
