package fr.ondine.platform.payments.stripe;

import fr.ondine.platform.payments.Checkout;
import fr.ondine.platform.payments.Order;
import fr.ondine.platform.payments.PaymentGateway;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The real gateway, at whose calls the process can die; what it had in memory is gone with it. */
@Primary
@Component
class BreakingGateway implements PaymentGateway {

    enum Point {
        NOWHERE,
        BEFORE_THE_CALL,
        AFTER_THE_CALL
    }

    /** Nobody catches it, as nobody catches a kill. */
    static final class Killed extends Error {}

    private final StripeGateway real;
    private final AtomicReference<Point> next = new AtomicReference<>(Point.NOWHERE);

    BreakingGateway(StripeGateway real) {
        this.real = real;
    }

    void dieOnce(Point point) {
        next.set(point);
    }

    @Override
    public boolean isReady() {
        return real.isReady();
    }

    @Override
    public Checkout open(Order order) {
        return dying(() -> real.open(order));
    }

    @Override
    public Checkout read(String session) {
        return dying(() -> real.read(session));
    }

    @Override
    public Checkout close(String session) {
        return dying(() -> real.close(session));
    }

    private Checkout dying(Supplier<Checkout> call) {
        var point = next.getAndSet(Point.NOWHERE);
        if (point == Point.BEFORE_THE_CALL) {
            throw new Killed();
        }
        var answer = call.get();
        if (point == Point.AFTER_THE_CALL) {
            throw new Killed();
        }
        return answer;
    }
}
