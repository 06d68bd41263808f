package fr.ondine.platform.payments;

import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Debts;
import fr.ondine.platform.receivables.OpenReceivable;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.Payments.Provider;
import java.net.URI;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What a subscriber does to pay an invoice by card, on the provider's own page. */
@Service
public class CardPayments {

    private static final int TRIES = 3;

    private final PaymentAttempts attempts;
    private final PaymentChecks checks;
    private final PaymentGateway gateway;
    private final Payments payments;
    private final Debts debts;
    private final Agreements agreements;
    private final Tenants tenants;
    private final TransactionTemplate transaction;

    CardPayments(
            PaymentAttempts attempts,
            PaymentChecks checks,
            PaymentGateway gateway,
            Payments payments,
            Debts debts,
            Agreements agreements,
            Tenants tenants,
            TransactionTemplate transaction) {
        this.attempts = attempts;
        this.checks = checks;
        this.gateway = gateway;
        this.payments = payments;
        this.debts = debts;
        this.agreements = agreements;
        this.tenants = tenants;
        this.transaction = transaction;
    }

    /** Whether the bound utility takes cards; without it no page offers to. */
    public boolean isOffered() {
        return tenants.current().payments().provider() == Provider.STRIPE
                && gateway.isReady()
                && !tenants.isQuiet(TenantContext.current());
    }

    /** Whether so much would be taken by card. */
    public boolean takes(Money amount) {
        return amount.isPositive()
                && isOffered()
                && !BelowMinimum.isTrueOf(amount, tenants.current().payments());
    }

    /** The page to send the payer to: that of the open attempt, or of a new one when it has ended. */
    public URI start(Payer payer, ReceivableId invoice) {
        if (!isOffered()) {
            throw new CardPaymentsNotOffered();
        }
        for (var tried = 0; tried < TRIES; tried++) {
            var attempt = attempts.openOrBegin(payer, invoice);
            var checkout = attempt.isOutdated() ? checks.close(attempt.payment()) : checks.check(attempt.payment());
            switch (checkout.status()) {
                case OPEN -> {
                    return Objects.requireNonNull(checkout.page());
                }
                case PROCESSING -> throw new PaymentInProgress();
                case PAID, FAILED, EXPIRED -> {}
            }
        }
        throw new PaymentInProgress();
    }

    /** For who may pay, and for who began it though they may no more: it is their money that is on the way. */
    public PaymentStatus status(UserId user, PaymentId id) {
        return Objects.requireNonNull(transaction.execute(done -> {
            var payment = payments.findById(id).orElseThrow(UnknownPayment::new);
            if (!user.equals(payment.user())) {
                agreements.requirePayer(user, payment.agreement());
            }
            return new PaymentStatus(
                    id,
                    payment.agreement(),
                    payment.invoice(),
                    payment.amount(),
                    payment.state(),
                    payment.state().isVoid() && agreements.mayPay(user, payment.agreement()) && isPayable(payment));
        }));
    }

    private boolean isPayable(Payment payment) {
        return debts.of(payment.agreement())
                .on(payment.invoice())
                .map(OpenReceivable::payable)
                .filter(this::takes)
                .isPresent();
    }

    /** The payer is back from the provider's page: asks there rather than wait for its message. */
    public PaymentStatus refresh(UserId user, PaymentId id) {
        if (status(user, id).state().isOpen()) {
            checks.check(id);
        }
        return status(user, id);
    }

    /** The payer gave up; unless he had paid after all, the invoice can be paid anew at once. */
    public PaymentStatus abandon(UserId user, PaymentId id) {
        if (status(user, id).state() == PaymentState.INITIATED) {
            checks.close(id);
        }
        return status(user, id);
    }
}
