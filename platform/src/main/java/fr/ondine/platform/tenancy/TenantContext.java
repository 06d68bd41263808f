package fr.ondine.platform.tenancy;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The utility that the current piece of work is for; there is no default, so work without one fails. */
public final class TenantContext {

    private static final ScopedValue<Optional<TenantId>> TENANT = ScopedValue.newInstance();

    private TenantContext() {}

    public static boolean isBound() {
        return bound().isPresent();
    }

    /** The bound utility; an {@link IllegalStateException} when there is none. */
    public static TenantId current() {
        return bound().orElseThrow(() -> new IllegalStateException("no tenant is bound"));
    }

    public static <T extends @org.jspecify.annotations.Nullable Object, X extends Throwable> T callAs(
            TenantId tenant, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(TENANT, Optional.of(tenant)).<T, X>call(work::call);
    }

    /**
     * Does the platform's own work in the middle of a utility's: no utility is bound meanwhile, so that none of its data
     * is within reach. Never inside a transaction, which would go on as the utility.
     */
    public static <T extends @org.jspecify.annotations.Nullable Object> T callUnbound(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a transaction of a utility is open");
        }
        return ScopedValue.where(TENANT, Optional.<TenantId>empty()).call(work::get);
    }

    public static void runAs(TenantId tenant, Runnable work) {
        ScopedValue.where(TENANT, Optional.of(tenant)).run(work);
    }

    private static Optional<TenantId> bound() {
        return TENANT.isBound() ? TENANT.get() : Optional.empty();
    }
}
