package fr.ondine.platform.tenancy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.time.Duration;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/**
 * How long each utility's requests take and how they end. Which page it was is measured for all utilities together: both
 * in one would be as many series as there are pages times utilities.
 */
@Component
class RequestTimes implements ObservationHandler<ServerRequestObservationContext> {

    static final String NAME = "ondine.requests";

    /** Few, since each is a series of each utility: at once, soon, noticed, waited for, given up. */
    private static final Duration[] WITHIN = {
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final MeasuredUtility utility;

    RequestTimes(MeterRegistry registry, MeasuredUtility utility) {
        this.registry = registry;
        this.utility = utility;
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ServerRequestObservationContext;
    }

    @Override
    public void onStart(ServerRequestObservationContext request) {
        request.put(Begun.class, new Begun(Timer.start(registry)));
    }

    @Override
    public void onStop(ServerRequestObservationContext request) {
        request.<Begun>getRequired(Begun.class)
                .sample()
                .stop(Timer.builder(NAME)
                        .description("requests to the hosts of a utility")
                        .tag(MeasuredUtility.TAG, utility.of(request))
                        .tag("outcome", outcome(request))
                        .serviceLevelObjectives(WITHIN)
                        .register(registry));
    }

    /** That of their status, but that a closed portal does not fail: it was closed, and an alert of its own tells why. */
    private static String outcome(ServerRequestObservationContext request) {
        var carrier = request.getCarrier();
        if (carrier != null && ClosedPortal.answered(carrier)) {
            return "CLOSED";
        }
        var known = request.getLowCardinalityKeyValue("outcome");
        return known == null ? "UNKNOWN" : known.getValue();
    }

    private record Begun(Timer.Sample sample) {}
}
