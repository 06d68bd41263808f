package fr.ondine.platform.payments;

import fr.ondine.platform.tenancy.MeasuredUtility;
import fr.ondine.platform.tenancy.TenantEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** How card payments end, counted once it is written down. */
@Component
class PaymentCounts {

    private final MeterRegistry registry;

    PaymentCounts(MeterRegistry registry) {
        this.registry = registry;
    }

    @TransactionalEventListener
    void on(PaymentSettled settled) {
        count(settled, "settled");
    }

    @TransactionalEventListener
    void on(PaymentFailed failed) {
        count(failed, "failed");
    }

    @TransactionalEventListener
    void on(PaymentParked parked) {
        count(parked, "parked");
    }

    private void count(TenantEvent end, String result) {
        Counter.builder("ondine.payments")
                .description("card payments that ended, or wait for staff to decide")
                .tag(MeasuredUtility.TAG, end.tenant().slug())
                .tag("result", result)
                .register(registry)
                .increment();
    }
}
