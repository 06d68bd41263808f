package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import java.util.List;
import java.util.Optional;

/** What a place is taken to use in so many days: as much on each as on those of the last year that are known. */
public final class UsualUse {

    private final Timeline timeline;

    public UsualUse(List<MeterInstallation> meters, List<Reading> readings) {
        this.timeline = Timeline.of(meters, readings);
    }

    /** Empty for a place of which too little is known to tell. */
    public Optional<Volume> over(long days) {
        return timeline.expectedOver(days, 1);
    }

    /**
     * The same where more than twice the usual was used in some times: what leaked is not used again. Then it is of three
     * years without those; empty where nothing else is known.
     */
    public Optional<Volume> over(long days, List<Period> leaked) {
        return timeline.hasInLastYear(leaked) ? timeline.expectedOver(days, leaked) : over(days);
    }
}
