package fr.ondine.platform.tariffs;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands beside the tariffs of a utility: how they are applied, the rates of its levies, and who has which tariff. */
@Service
@Transactional
public class TariffSettings {

    private final StoredRules rules;
    private final LevyRates levies;
    private final AgreementTariffs agreements;
    private final StoredTariffs stored;
    private final AuditTrail audit;
    private final Clock clock;

    TariffSettings(
            StoredRules rules,
            LevyRates levies,
            AgreementTariffs agreements,
            StoredTariffs stored,
            AuditTrail audit,
            Clock clock) {
        this.clock = clock;
        this.rules = rules;
        this.levies = levies;
        this.agreements = agreements;
        this.stored = stored;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public TariffRules rules(CurrentStaff who) {
        who.require(StaffPermission.LOOK);
        return rules.get();
    }

    /** Holds for bills that are made from now on. */
    public void choose(CurrentStaff who, TariffRules chosen) {
        who.requireProven(StaffPermission.SET_TARIFFS, clock);
        rules.put(chosen);
        audit.record(who.actor(), "tariff.rules-chosen", "rating-rules", chosen.toString());
    }

    /** The rates of all levies, by basin and charge, the latest year first. */
    @Transactional(readOnly = true)
    public List<LevyYear> levies(CurrentStaff who) {
        who.require(StaffPermission.LOOK);
        return levies.all();
    }

    /** Adds or corrects the rate of a year; bills that were issued stay as they are. */
    public void enter(CurrentStaff who, LevyYear rate) {
        who.requireProven(StaffPermission.SET_TARIFFS, clock);
        levies.put(rate);
        audit.record(
                who.actor(),
                "tariff.levy-rate-entered",
                "levy:" + rate.charge(),
                rate.basin() + " " + rate.year() + " "
                        + rate.rate().base().perUnit().toPlainString() + " x "
                        + rate.rate().coefficient().value().toPlainString());
    }

    /** Gives an agreement a tariff of its own from a day on, on which something of it has to be in force. */
    public void assign(CurrentStaff who, AgreementId agreement, LocalDate from, TariffId tariff) {
        who.requireProven(StaffPermission.SET_TARIFFS, clock);
        stored.published(tariff).on(from);
        agreements.choose(agreement, from, tariff);
        audit.record(who.actor(), "tariff.assigned", "agreement:" + agreement.value(), tariff.value() + " " + from);
    }
}
