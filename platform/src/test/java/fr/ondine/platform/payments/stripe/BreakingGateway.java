package fr.ondine.platform.payments.stripe;

import fr.ondine.platform.payments.Checkout;
import fr.ondine.platform.payments.Order;
import fr.ondine.platform.payments.PaymentGateway;
import fr.ondine.platform.payments.SentBack;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The real gateway, at whose calls the process can die; what it had in memory is gone with it. */
@Primary
@TestComponent
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
    private volatile @Nullable Thread thread;

    BreakingGateway(StripeGateway real) {
        this.real = real;
    }

    /** At the next call of this thread. */
    void dieHere(Point point) {
        thread = Thread.currentThread();
        next.set(point);
    }

    /** At the next call of whatever thread, as a job's is. */
    void dieAnywhere(Point point) {
        thread = null;
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
    public SentBack sentBack(String session) {
        return real.sentBack(session);
    }

    @Override
    public Checkout close(String session) {
        return dying(() -> real.close(session));
    }

    private boolean isHere() {
        var chosen = thread;
        return chosen == null || chosen == Thread.currentThread();
    }

    private Checkout dying(Supplier<Checkout> call) {
        var point = isHere() ? next.getAndSet(Point.NOWHERE) : Point.NOWHERE;
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
