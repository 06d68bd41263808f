package fr.ondine.platform.tenancy;

/**
 * Whose host a request came to: a utility's, which is then bound, or the operators' console, where none is. Work that
 * came by neither has no realm, and asking for it fails.
 */
public final class Realm {

    static final String CONSOLE_KEYS = "console:";

    private static final ScopedValue<Boolean> CONSOLE = ScopedValue.newInstance();

    private Realm() {}

    /** Whether this is work of the console, for no utility. */
    public static boolean isConsole() {
        return CONSOLE.isBound() && !TenantContext.isBound();
    }

    /** What the names of the current realm's keys begin with: no two realms share one. */
    public static String keys() {
        return isConsole() ? CONSOLE_KEYS : "t:" + TenantContext.current().slug() + ":";
    }

    static <T, X extends Throwable> T callAsConsole(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CONSOLE, true).<T, X>call(work::call);
    }
}
