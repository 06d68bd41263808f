package fr.ondine.platform.tenancy;

import fr.ondine.tenantconfig.TenantConfig;
import java.util.Optional;

/** Shows pages as they would be with a configuration that is not in force, for one request of whoever prepares it. */
public final class Preview {

    private static final ScopedValue<TenantConfig> DRAFT = ScopedValue.newInstance();

    private Preview() {}

    /** Does {@code work}, which must only show, with the draft in the place of its own utility's configuration. */
    public static <T extends @org.jspecify.annotations.Nullable Object, X extends Throwable> T callWith(
            TenantConfig draft, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(DRAFT, draft).<T, X>call(work::call);
    }

    /** Whether something is only shown: nothing of it may be kept. */
    public static boolean isShown() {
        return DRAFT.isBound();
    }

    static Optional<TenantConfig> of(TenantId tenant) {
        return DRAFT.isBound() && DRAFT.get().slug().equals(tenant.slug())
                ? Optional.of(DRAFT.get())
                : Optional.empty();
    }
}
