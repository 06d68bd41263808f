package fr.ondine.platform.billing;

import fr.ondine.platform.metering.Consumption;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import org.springframework.beans.factory.BeanFactory;

/** Places as they are rated on the day of another clock; in the caller's transaction. */
public final class TrialPlacesAt {

    private TrialPlacesAt() {}

    public static TrialPlaces clock(Clock clock, BeanFactory beans) {
        return new TrialPlaces(
                beans.getBean(FoundPlaces.class),
                beans.getBean(Consumption.class),
                beans.getBean(Tenants.class),
                clock);
    }
}
