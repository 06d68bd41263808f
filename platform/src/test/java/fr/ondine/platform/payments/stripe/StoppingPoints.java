package fr.ondine.platform.payments.stripe;

import fr.ondine.platform.payments.Checkout;
import fr.ondine.platform.payments.Order;
import fr.ondine.platform.payments.PaymentGateway;
import fr.ondine.platform.payments.PaymentSettled;
import fr.ondine.platform.payments.SentBack;
import fr.ondine.testing.Victim;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** The real gateway and a listener in the settling transaction; whoever comes to the chosen point waits to be killed. */
final class StoppingPoints implements PaymentGateway, ApplicationListener<PayloadApplicationEvent<PaymentSettled>> {

    enum Point {
        NOWHERE,
        BEFORE_THE_ORDER,
        AFTER_THE_ORDER,
        BEFORE_READING,
        AFTER_READING,
        WHILE_SETTLING
    }

    private final StripeGateway real;
    private final AtomicReference<Point> chosen = new AtomicReference<>(Point.NOWHERE);

    StoppingPoints(StripeGateway real) {
        this.real = real;
    }

    void stopAt(Point point) {
        chosen.set(point);
    }

    @Override
    public boolean isReady() {
        return real.isReady();
    }

    @Override
    public Checkout open(Order order) {
        reach(Point.BEFORE_THE_ORDER);
        var answer = real.open(order);
        reach(Point.AFTER_THE_ORDER);
        return answer;
    }

    @Override
    public Checkout read(String session) {
        reach(Point.BEFORE_READING);
        var answer = real.read(session);
        reach(Point.AFTER_READING);
        return answer;
    }

    @Override
    public SentBack sentBack(String session) {
        return real.sentBack(session);
    }

    @Override
    public Checkout close(String session) {
        return real.close(session);
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<PaymentSettled> event) {
        reach(Point.WHILE_SETTLING);
    }

    private void reach(Point point) {
        if (chosen.get() == point) {
            Victim.say("reached " + point);
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
