package fr.ondine.platform.fleet;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How operators look after utilities.
 *
 * @param grace how long after it was asked for a deletion may still be withdrawn, and not yet be done
 * @param measureEvery how often some utilities are measured
 * @param measureAge how old a measure may become
 * @param measuresAtOnce how many utilities are measured at once, so that the rest of the work goes on
 * @param largestImport how large an export may be that is sent over the network; the folder of temporary files holds it
 */
@ConfigurationProperties("ondine.fleet")
record FleetSettings(
        @DefaultValue("30d") Duration grace,
        @DefaultValue("20s") Duration measureEvery,
        @DefaultValue("15m") Duration measureAge,
        @DefaultValue("50") int measuresAtOnce,
        @DefaultValue("20GB") DataSize largestImport) {}
