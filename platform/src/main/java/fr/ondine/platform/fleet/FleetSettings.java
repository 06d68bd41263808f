package fr.ondine.platform.fleet;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How operators look after utilities.
 *
 * @param grace how long after it was asked for a deletion may still be withdrawn, and not yet be done
 */
@ConfigurationProperties("ondine.fleet")
record FleetSettings(@DefaultValue("30d") Duration grace) {}
