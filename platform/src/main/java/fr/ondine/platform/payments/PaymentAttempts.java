package fr.ondine.platform.payments;

import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.Receivable;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.Jobs;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The beginning of a payment: what must hold, and the row that is there before the provider hears of it. */
@Service
@Transactional
class PaymentAttempts {

    private final Payments payments;
    private final Ledger ledger;
    private final Agreements agreements;
    private final Tenants tenants;
    private final Jobs jobs;
    private final Clock clock;

    PaymentAttempts(Payments payments, Ledger ledger, Agreements agreements, Tenants tenants, Jobs jobs, Clock clock) {
        this.payments = payments;
        this.ledger = ledger;
        this.agreements = agreements;
        this.tenants = tenants;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The open attempt on this invoice, or a new one; a crash right after is asked about by the job. */
    Attempt openOrBegin(UserId user, ReceivableId invoice) {
        var owed = ledger.lock(invoice).orElseThrow(UnknownPayment::new);
        agreements.requireLinked(user, owed.agreement());
        return payments.openFor(invoice)
                .map(open -> resume(open, owed))
                .orElseGet(() -> new Attempt(begin(user, owed), false));
    }

    private PaymentId begin(UserId user, Receivable owed) {
        if (!owed.balance().isPositive()) {
            throw new NothingToPay();
        }
        if (owed.balance()
                        .compareTo(Money.euros(
                                tenants.current().payments().minimum().value()))
                < 0) {
            throw new BelowMinimum();
        }
        var id = new PaymentId(UUID.randomUUID());
        payments.save(new Payment(id, owed.agreement(), owed.id(), user, owed.balance(), clock.instant()));
        jobs.enqueue(CheckPayment.NAME, id.value(), clock.instant().plus(CheckPayment.FIRST));
        return id;
    }

    private static Attempt resume(Payment open, Receivable owed) {
        if (open.isParked() || open.state() == PaymentState.PROCESSING) {
            throw new PaymentInProgress();
        }
        return new Attempt(open.id(), !open.amount().equals(owed.balance()));
    }

    /** An attempt to go on with; an outdated one asks for another amount than is owed by now. */
    record Attempt(PaymentId payment, boolean isOutdated) {}
}
