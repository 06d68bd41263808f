package fr.ondine.platform.tenancy;

/** The utility that the current piece of work is for; there is no default, so work without one fails. */
public final class TenantContext {

    private static final ScopedValue<TenantId> TENANT = ScopedValue.newInstance();

    private TenantContext() {}

    public static boolean isBound() {
        return TENANT.isBound();
    }

    /** The bound utility; an {@link IllegalStateException} when there is none. */
    public static TenantId current() {
        if (!TENANT.isBound()) {
            throw new IllegalStateException("no tenant is bound");
        }
        return TENANT.get();
    }

    public static <T extends @org.jspecify.annotations.Nullable Object, X extends Throwable> T callAs(
            TenantId tenant, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(TENANT, tenant).<T, X>call(work::call);
    }

    public static void runAs(TenantId tenant, Runnable work) {
        ScopedValue.where(TENANT, tenant).run(work);
    }
}
