package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.tariffs.ServiceTraits;
import java.util.Optional;

/**
 * What of a contract a tariff is tried with.
 *
 * @param traits with diameter 0 where it is not known
 * @param yearly what the place uses in 365 days, by its readings; empty for a place without any
 */
public record TrialPlace(FoundAgreement agreement, ServiceTraits traits, Optional<Volume> yearly) {}
