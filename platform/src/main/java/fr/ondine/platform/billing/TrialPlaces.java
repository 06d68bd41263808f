package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.Consumption;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the contracts that staff try a tariff with. */
@Service
@Transactional(readOnly = true)
public class TrialPlaces {

    public static final int PAGE = 20;

    private static final int YEAR = 365;

    private final AgreementSearch search;
    private final Consumption consumption;
    private final Tenants tenants;
    private final Clock clock;

    TrialPlaces(AgreementSearch search, Consumption consumption, Tenants tenants, Clock clock) {
        this.search = search;
        this.consumption = consumption;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Those whose number, or whose holder's name, begins so; by name, a page at a time. */
    public FoundAgreements find(CurrentStaff who, String beginning, int page) {
        who.require(StaffRole.AGENT);
        if (beginning.isBlank()) {
            return new FoundAgreements(List.of(), false);
        }
        var numbers = tenants.current().contractNumbers();
        var number = numbers.normalise(beginning).orElse(beginning.replaceAll("[\\s./-]", ""));
        var rows = search.find(number, beginning.strip(), numbers, LocalDate.now(clock), page * PAGE, PAGE + 1);
        return new FoundAgreements(rows.stream().limit(PAGE).toList(), rows.size() > PAGE);
    }

    /** What a contract is rated with today; empty when there is no such contract here. */
    public Optional<TrialPlace> get(CurrentStaff who, AgreementId agreement) {
        who.require(StaffRole.AGENT);
        return search.find(agreement, tenants.current().contractNumbers(), LocalDate.now(clock))
                .map(place -> new TrialPlace(
                        place.agreement(),
                        place.traits(),
                        consumption
                                .of(place.occupancy())
                                .history()
                                .litresPerDay()
                                .map(day -> new Volume(day.litres() * YEAR))));
    }
}
