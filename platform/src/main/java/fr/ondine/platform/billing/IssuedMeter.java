package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;

/** Between which registers an invoice billed a meter, as they were known that day. */
public record IssuedMeter(
        String serial, Period period, Volume before, Volume after, Volume used, boolean isEstimated) {}
