package fr.ondine.platform.payments.stripe;

import fr.ondine.platform.payments.PaymentId;
import fr.ondine.platform.payments.PaymentSettled;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;

/** Listens as a module does, in the transaction that settles; the process can die there too. */
@TestComponent
class SettledEvents {

    private final List<PaymentSettled> heard = new CopyOnWriteArrayList<>();
    private final AtomicBoolean dies = new AtomicBoolean();

    @EventListener
    void on(PaymentSettled event) {
        if (dies.getAndSet(false)) {
            throw new BreakingGateway.Killed();
        }
        heard.add(event);
    }

    void dieOnce() {
        dies.set(true);
    }

    List<PaymentSettled> of(PaymentId payment) {
        return heard.stream().filter(event -> event.payment().equals(payment)).toList();
    }
}
