package fr.ondine.platform.payments;

import fr.ondine.platform.tenancy.Jobs;
import fr.ondine.platform.tenancy.TenantJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Re-reads an open payment from the provider until it ends, so that a crash or a lost webhook loses nothing. */
@Component
class CheckPayment implements TenantJob {

    static final String NAME = "check-payment";
    static final Duration FIRST = Duration.ofSeconds(30);

    /** A page left open for longer is closed, so that the invoice can be paid anew. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Payments payments;
    private final PaymentChecks checks;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CheckPayment(Payments payments, PaymentChecks checks, Jobs jobs, TransactionTemplate transaction, Clock clock) {
        this.payments = payments;
        this.checks = checks;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(UUID id) {
        var payment = find(id);
        if (!isUndecided(payment)) {
            return;
        }
        try {
            look(payment);
        } catch (ProviderRefused recorded) {
            return;
        }
        if (isUndecided(find(id))) {
            transaction.executeWithoutResult(status -> jobs.enqueue(NAME, id, next(payment.initiatedAt())));
        }
    }

    /** A page that its payer was never sent to, for the answer did not come, is closed as well. */
    private void look(Payment payment) {
        var checkout = checks.check(payment.id());
        var forgotten = payment.session() == null || age(payment.initiatedAt()).compareTo(PATIENCE) > 0;
        if (checkout.status() == Checkout.Status.OPEN && forgotten) {
            checks.close(payment.id());
        }
    }

    private Instant next(Instant since) {
        var minutes = age(since).toMinutes();
        return clock.instant().plus(minutes < 10 ? FIRST : Duration.ofMinutes(minutes < 120 ? 5 : 60));
    }

    private Duration age(Instant since) {
        return Duration.between(since, clock.instant());
    }

    private static boolean isUndecided(Payment payment) {
        return payment.state().isOpen() && !payment.isParked();
    }

    private Payment find(UUID id) {
        return transaction.execute(
                status -> payments.findById(new PaymentId(id)).orElseThrow(UnknownPayment::new));
    }
}
