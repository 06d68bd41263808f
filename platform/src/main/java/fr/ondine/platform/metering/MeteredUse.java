package fr.ondine.platform.metering;

import java.util.List;
import java.util.Optional;

/**
 * All that the holder of an agreement may know of the meters of the place, of the agreement's own days only.
 *
 * @param meter the meter that was there last; empty where there was none, or before the agreement begins
 * @param readings of all meters, the latest first
 */
public record MeteredUse(ConsumptionHistory history, Optional<MeterState> meter, List<Reading> readings) {}
