package fr.ondine.platform.plans;

import fr.ondine.platform.billing.TrialPlace;
import fr.ondine.platform.billing.TrialPlaces;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.leaks.LeakedTimes;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.InstalmentRules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes plans by the rules of the bound utility, to be looked at. */
@Component
class PlanDrafts {

    private final TrialPlaces places;
    private final LeakedTimes leaks;
    private final YearlyAmounts amounts;
    private final CarriedPlans carried;
    private final Tenants tenants;
    private final Clock clock;

    PlanDrafts(
            TrialPlaces places,
            LeakedTimes leaks,
            YearlyAmounts amounts,
            CarriedPlans carried,
            Tenants tenants,
            Clock clock) {
        this.places = places;
        this.leaks = leaks;
        this.amounts = amounts;
        this.carried = carried;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Empty where the utility offers no plans. */
    Optional<InstalmentRules> rules() {
        return Optional.ofNullable(tenants.current().instalments());
    }

    Optional<YearlyAmount> year(AgreementId agreement) {
        return amounts.of(place(agreement), today());
    }

    PlanDraft draft(PlanId id, AgreementId agreement, PlanOrder order) {
        var rules = rules().orElseThrow(PlanRefused::notOffered);
        var place = place(agreement);
        if (!rules.days().contains(order.day())) {
            throw PlanRefused.dayNotOffered();
        }
        if (place.agreement().isOver()) {
            throw PlanRefused.agreementOver();
        }
        var year = order.year()
                .map(amount -> new YearlyAmount(amount, PlanBasis.STAFF, null))
                .or(() -> amounts.of(place, today()))
                .filter(one -> one.amount().isPositive())
                .orElseThrow(PlanRefused::amountUnknown);
        var before = carried.before(agreement);
        return new PlanDraft(
                id,
                place.agreement().number(),
                place.agreement().holder(),
                order,
                year,
                before,
                Instalments.of(year.amount().plus(before), terms(rules, order.day())));
    }

    static Money minimum(InstalmentRules rules) {
        return Money.euros(rules.minimum().value());
    }

    private PlanTerms terms(InstalmentRules rules, int day) {
        var soonest = Instalments.firstMonth(rules.firstToChange(today()), day);
        return new PlanTerms(rules.number(), day, first(rules, soonest), minimum(rules));
    }

    static YearMonth first(InstalmentRules rules, YearMonth soonest) {
        var month = rules.firstMonth();
        if (month == null) {
            return soonest;
        }
        var thisYear = soonest.withMonth(month);
        return thisYear.isBefore(soonest) ? thisYear.plusYears(1) : thisYear;
    }

    private TrialPlace place(AgreementId agreement) {
        return places.find(agreement, leaks.of(agreement)).orElseThrow(UnknownAgreement::new);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
