package fr.ondine.platform.payments;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Debts;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.OpenReceivable;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.Jobs;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The beginning of a payment: what must hold, and the row that is there before the provider hears of it. */
@Service
@Transactional
class PaymentAttempts {

    private final Payments payments;
    private final Ledger ledger;
    private final Debts debts;
    private final Agreements agreements;
    private final Tenants tenants;
    private final Jobs jobs;
    private final Clock clock;

    PaymentAttempts(
            Payments payments,
            Ledger ledger,
            Debts debts,
            Agreements agreements,
            Tenants tenants,
            Jobs jobs,
            Clock clock) {
        this.payments = payments;
        this.ledger = ledger;
        this.debts = debts;
        this.agreements = agreements;
        this.tenants = tenants;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The open attempt on this invoice, or a new one; a crash right after is asked about by the job. */
    Attempt openOrBegin(Payer payer, ReceivableId invoice) {
        var agreement = ledger.lock(invoice).orElseThrow(UnknownPayment::new).agreement();
        agreements.requirePayer(payer.user(), agreement);
        var owed = debts.of(agreement).on(invoice);
        return payments.openFor(invoice)
                .map(open -> resume(open, owed))
                .orElseGet(() -> new Attempt(begin(payer, agreement, PayableNow.of(owed)), false));
    }

    private PaymentId begin(Payer payer, AgreementId agreement, OpenReceivable owed) {
        if (BelowMinimum.isTrueOf(owed.payable(), tenants.current().payments())) {
            throw new BelowMinimum();
        }
        var id = new PaymentId(UUID.randomUUID());
        payments.save(new Payment(id, agreement, owed.id(), payer, owed.payable(), clock.instant()));
        jobs.enqueue(CheckPayment.NAME, id.value(), clock.instant().plus(CheckPayment.FIRST));
        return id;
    }

    private static Attempt resume(Payment open, Optional<OpenReceivable> owed) {
        if (open.isParked() || open.state() == PaymentState.PROCESSING) {
            throw new PaymentInProgress();
        }
        var payable = owed.map(OpenReceivable::payable).orElse(Money.zero());
        return new Attempt(open.id(), !open.amount().equals(payable));
    }

    /** An attempt to go on with; an outdated one asks for another amount than may be paid by now. */
    record Attempt(PaymentId payment, boolean isOutdated) {}
}
