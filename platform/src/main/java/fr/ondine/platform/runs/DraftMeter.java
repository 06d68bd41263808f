package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.MeteredSegment;

/** What a meter showed at both ends of what the invoice would bill of it. */
public record DraftMeter(String serial, Period period, Volume before, Volume after, Volume used, boolean isEstimated) {

    static DraftMeter of(MeteredSegment segment) {
        return new DraftMeter(
                segment.current().meterSerial(),
                segment.period(),
                segment.previous().register(),
                segment.current().register(),
                segment.volume(),
                segment.isEstimated());
    }
}
