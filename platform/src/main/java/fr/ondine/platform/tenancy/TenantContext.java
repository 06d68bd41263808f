package fr.ondine.platform.tenancy;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The utility that the current piece of work is for; there is no default, so work without one fails. */
public final class TenantContext {

    private static final ScopedValue<Optional<TenantId>> TENANT = ScopedValue.newInstance();

    private static final ScopedValue<Boolean> READING = ScopedValue.newInstance();

    private static final ScopedValue<Looking> LOOKING = ScopedValue.newInstance();

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
        return writing(Optional.of(tenant)).<T, X>call(work::call);
    }

    /** The same where nothing of the utility may be written: its transactions are read only, whatever they ask for. */
    static <T extends @org.jspecify.annotations.Nullable Object, X extends Throwable> T callReadingAs(
            TenantId tenant, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return writing(Optional.of(tenant)).where(READING, true).<T, X>call(work::call);
    }

    /**
     * Does work for somebody who only looks. It stays so whatever is bound inside: a transaction that was not declared to
     * read only does not begin, and the database refuses to write in the others.
     */
    public static <T extends @org.jspecify.annotations.Nullable Object, X extends Throwable> T callLooking(
            Looking looking, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(LOOKING, looking).<T, X>call(work::call);
    }

    /** Who only looks, if so. */
    public static Optional<Looking> looking() {
        return LOOKING.isBound() ? Optional.of(LOOKING.get()) : Optional.empty();
    }

    /** Whether the bound utility may be read only, for now. */
    public static boolean isReading() {
        return READING.isBound() && READING.get();
    }

    /**
     * Does the platform's own work in the middle of a utility's: no utility is bound meanwhile, so that none of its data
     * is within reach. Never inside a transaction, which would go on as the utility.
     */
    public static <T extends @org.jspecify.annotations.Nullable Object> T callUnbound(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a transaction of a utility is open");
        }
        return writing(Optional.empty()).call(work::get);
    }

    public static void runAs(TenantId tenant, Runnable work) {
        writing(Optional.of(tenant)).run(work);
    }

    private static ScopedValue.Carrier writing(Optional<TenantId> tenant) {
        return ScopedValue.where(TENANT, tenant).where(READING, false);
    }

    private static Optional<TenantId> bound() {
        return TENANT.isBound() ? TENANT.get() : Optional.empty();
    }
}
