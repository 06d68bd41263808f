package fr.ondine.platform.tenancy;

import java.util.Locale;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/**
 * Whose a measure is: a utility's that has a portal, by its short name, or one of three words for none. Whatever strangers
 * type makes no series of its own.
 */
@Component
public class MeasuredUtility {

    /** The name of the tag. */
    public static final String TAG = "utility";

    static final String PLATFORM = "platform";
    static final String CONSOLE = "console";
    private static final String UNKNOWN = "unknown";

    private final Tenants tenants;
    private final Console console;

    MeasuredUtility(Tenants tenants, Console console) {
        this.tenants = tenants;
        this.console = console;
    }

    /** Of a request, by the host that it names. */
    public String of(ServerRequestObservationContext context) {
        var request = context.getCarrier();
        return request == null ? UNKNOWN : at(request.getServerName());
    }

    String at(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return console.isAt(name)
                ? CONSOLE
                : tenants.byHost(name).map(TenantId::slug).orElse(UNKNOWN);
    }

    /** Whether a measure under that name may still change: a utility that is gone has none. */
    boolean isThere(String name) {
        return name.equals(PLATFORM)
                || name.equals(CONSOLE)
                || name.equals(UNKNOWN)
                || tenants.find(name).isPresent();
    }
}
