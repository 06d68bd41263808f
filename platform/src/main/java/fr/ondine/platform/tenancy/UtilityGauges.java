package fr.ondine.platform.tenancy;

import fr.ondine.migrations.UtilityState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many utilities there are in each state, and which cannot be served though they should: from what every node knows. */
@Component
class UtilityGauges {

    private final Tenants tenants;
    private final MeasuredUtility measured;
    private final MeterRegistry registry;
    private final MultiGauge states;
    private final MultiGauge unserved;

    UtilityGauges(Tenants tenants, MeasuredUtility measured, MeterRegistry registry) {
        this.tenants = tenants;
        this.measured = measured;
        this.registry = registry;
        this.states = MultiGauge.builder("ondine.utilities")
                .description("utilities in a state of their life")
                .register(registry);
        this.unserved = MultiGauge.builder("ondine.utilities.unserved")
                .description(
                        "1 for a utility that waits for its migration, whose schema could not be made, or whose configuration cannot be read")
                .register(registry);
    }

    /** Asks the database nothing. */
    @Scheduled(fixedDelayString = "${ondine.measures.every:15s}")
    void measure() {
        var known = tenants.registered();
        states.register(
                Arrays.stream(UtilityState.values())
                        .<MultiGauge.Row<?>>map(state -> MultiGauge.Row.of(
                                Tags.of("state", state.name().toLowerCase(Locale.ROOT)),
                                known.stream()
                                        .filter(each -> each.state() == state)
                                        .count()))
                        .toList(),
                true);
        unserved.register(known.stream().flatMap(this::problem).toList(), true);
        forgetTheGone();
    }

    private Stream<MultiGauge.Row<?>> problem(RegisteredTenant utility) {
        return tenants.unserved(utility).stream()
                .map(reason -> MultiGauge.Row.of(
                        Tags.of(
                                MeasuredUtility.TAG,
                                utility.id().slug(),
                                "reason",
                                reason.name().toLowerCase(Locale.ROOT)),
                        1));
    }

    /** A process that lives long would otherwise keep the series of every utility that ever was. */
    private void forgetTheGone() {
        registry.forEachMeter(meter -> {
            var utility = meter.getId().getTag(MeasuredUtility.TAG);
            if (utility != null && !measured.isThere(utility)) {
                registry.remove(meter);
            }
        });
    }
}
