package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.metering.Consumption;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contracts that staff try a tariff with. */
@Service
@Transactional(readOnly = true)
public class TrialPlaces {

    private static final int YEAR = 365;

    private final FoundPlaces found;
    private final Consumption consumption;
    private final Tenants tenants;
    private final Clock clock;

    TrialPlaces(FoundPlaces found, Consumption consumption, Tenants tenants, Clock clock) {
        this.found = found;
        this.consumption = consumption;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** What a contract is rated with today; empty when there is no such contract here. */
    public Optional<TrialPlace> get(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.LOOK);
        return find(agreement, List.of());
    }

    /**
     * The same for whoever may know it: the caller has asked that.
     *
     * @param without times of which the use is not what the place uses in a year
     */
    public Optional<TrialPlace> find(AgreementId agreement, List<Period> without) {
        return found.find(agreement, tenants.current().contractNumbers(), LocalDate.now(clock))
                .map(place -> new TrialPlace(
                        place.agreement(), place.traits(), consumption.expected(place.occupancy(), YEAR, without)));
    }
}
