package fr.ondine.platform.payments;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Allocation;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.receivables.Receivable;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings a payment to what the provider says; payment, ledger and event are one transaction. */
@Service
@Transactional
class Settlement {

    private final Payments payments;
    private final Ledger ledger;
    private final Allocation allocation;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settlement(
            Payments payments,
            Ledger ledger,
            Allocation allocation,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.payments = payments;
        this.ledger = ledger;
        this.allocation = allocation;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    PaymentState apply(PaymentId id, Checkout checkout) {
        var payment = payments.lock(id).orElseThrow(UnknownPayment::new);
        if (payment.isParked()) {
            return payment.state();
        }
        if (!isFor(payment, checkout)) {
            park(payment, checkout);
            return payment.state();
        }
        var page = checkout.page();
        payment.openAt(checkout.session(), page == null ? null : page.toString());
        switch (checkout.status()) {
            case OPEN -> {}
            case PROCESSING -> payment.process();
            case EXPIRED -> {
                if (payment.cancel()) {
                    freed(payment);
                }
            }
            case FAILED -> fail(payment);
            case PAID -> {
                var reference = Objects.requireNonNull(checkout.payment());
                settle(payment, reference);
                giveBack(payment, reference, checkout.givenBack());
            }
        }
        return payment.state();
    }

    /** The provider will not have it, so nobody has paid anything; the payer is told on the page, not by an event. */
    void refuse(PaymentId id, String reason) {
        var payment = payments.lock(id).orElseThrow(UnknownPayment::new);
        if (payment.fail(reason)) {
            freed(payment);
        }
    }

    private void settle(Payment payment, String reference) {
        var today = today();
        var late = !payment.state().isOpen();
        if (!payment.settle(reference, clock.instant(), today)) {
            return;
        }
        payments.flush();
        var owed = ledger.lock(payment.invoice()).orElseThrow();
        if (payments.imported(payment.id().value(), reference).isEmpty()) {
            ledger.post(entry(payment, owed, today));
        }
        allocation.settle(List.of(payment.agreement()));
        audit.record("system", late ? "payment.settled-late" : "payment.settled", subject(payment), reference);
        events.publishEvent(new PaymentSettled(
                TenantContext.current(),
                payment.id(),
                payment.invoice(),
                payment.agreement(),
                payment.user(),
                payment.amount(),
                today));
    }

    /** What was given back is owed again; once some of it did not arrive, one sum alone tells too little. */
    private void giveBack(Payment payment, String reference, Money inAll) {
        var posted = posted(payment, reference);
        if (ledger.heldAgain(posted).isPositive()) {
            return;
        }
        var booked = ledger.returned(posted);
        if (ledger.postReturn(posted, inAll, today())) {
            allocation.settle(List.of(payment.agreement()));
            audit.record("system", "payment.returned", subject(payment), inAll + " in all");
        } else if (inAll.compareTo(booked) < 0) {
            audit.record("system", "payment.returned-less", subject(payment), inAll + ", booked " + booked);
        }
        if (inAll.equals(payment.amount())) {
            payment.comeBack();
        }
    }

    /** Whether less has gone back than was booked, or some of it did not arrive: the provider is asked for each refund. */
    @Transactional(readOnly = true)
    boolean isUnexplained(PaymentId id, Checkout checkout) {
        var reference = checkout.payment();
        var payment = payments.findById(id).orElseThrow(UnknownPayment::new);
        if (checkout.status() != Checkout.Status.PAID || reference == null || payment.isParked()) {
            return false;
        }
        var posted = posted(payment, reference);
        var difference = checkout.givenBack().compareTo(ledger.returned(posted));
        return difference < 0 || difference > 0 && ledger.heldAgain(posted).isPositive();
    }

    /** What did not arrive with its payer is the utility's again, and pays what is owed. */
    void apply(PaymentId id, SentBack sentBack) {
        var payment = payments.lock(id).orElseThrow(UnknownPayment::new);
        var posted = posted(payment, Objects.requireNonNull(payment.reference()));
        var isHeld = hold(posted, sentBack);
        var isMore = false;
        while (ledger.postReturn(posted, least(sentBack.inAll(), paidAndHeld(payment, posted)), today())) {
            isMore = true;
            isHeld = hold(posted, sentBack) || isHeld;
        }
        if (!isMore && !isHeld) {
            return;
        }
        allocation.settle(List.of(payment.agreement()));
        audit.record(
                "system",
                isHeld ? "payment.refund-failed" : "payment.returned",
                subject(payment),
                sentBack.inAll() + " in all, not arrived " + sentBack.notArrived());
        if (ledger.returned(posted).compareTo(payment.amount()) < 0) {
            payment.holdAgain();
        } else {
            payment.comeBack();
        }
    }

    private boolean hold(UUID posted, SentBack sentBack) {
        var gone = ledger.returned(posted).plus(ledger.heldAgain(posted));
        return ledger.postHeldAgain(posted, least(sentBack.notArrived(), gone), today());
    }

    /** No more can have gone back by now: what failed before it was booked comes and goes in turn. */
    private Money paidAndHeld(Payment payment, UUID posted) {
        return payment.amount().plus(ledger.heldAgain(posted));
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private UUID posted(Payment payment, String reference) {
        var own = payment.id().value();
        return payments.imported(own, reference).orElse(own);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** The invoice takes what is still owed on it; the rest waits on the agreement. */
    private static LedgerEntry entry(Payment payment, Receivable owed, LocalDate on) {
        var amount = payment.amount();
        var taken = !owed.balance().isPositive()
                ? amount.minus(amount)
                : owed.balance().compareTo(amount) < 0 ? owed.balance() : amount;
        return LedgerEntry.payment(
                payment.id().value(), payment.agreement(), Receipt.CARD, on, amount, Map.of(owed.id(), taken));
    }

    private void fail(Payment payment) {
        if (payment.fail("declined")) {
            freed(payment);
            events.publishEvent(new PaymentFailed(
                    TenantContext.current(),
                    payment.id(),
                    payment.invoice(),
                    payment.agreement(),
                    payment.user(),
                    payment.amount()));
        }
    }

    /** What it was to pay is owed as before: whoever waited for its end goes on. */
    private void freed(Payment payment) {
        payments.flush();
        allocation.settle(List.of(payment.agreement()));
    }

    private void park(Payment payment, Checkout checkout) {
        var reason = "asked for " + payment.amount() + ", provider holds " + checkout;
        payment.park(reason);
        audit.record("system", "payment.parked", subject(payment), reason);
        events.publishEvent(new PaymentParked(TenantContext.current(), payment.id()));
    }

    private static boolean isFor(Payment payment, Checkout checkout) {
        return checkout.reference().equals(payment.id().value().toString())
                && checkout.amount().equals(payment.amount());
    }

    private static String subject(Payment payment) {
        return "payment:" + payment.id().value();
    }
}
