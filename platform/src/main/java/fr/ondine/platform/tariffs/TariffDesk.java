package fr.ondine.platform.tariffs;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a utility's staff look at its tariffs, and its administrators prepare and publish new versions. */
@Service
@Transactional
public class TariffDesk {

    private final TariffSummaries summaries;
    private final StoredTariffs stored;
    private final StoredRules rules;
    private final Drafts drafts;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final Clock clock;

    TariffDesk(
            TariffSummaries summaries,
            StoredTariffs stored,
            StoredRules rules,
            Drafts drafts,
            Tenants tenants,
            AuditTrail audit,
            Clock clock) {
        this.summaries = summaries;
        this.stored = stored;
        this.rules = rules;
        this.drafts = drafts;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /** All tariffs with their versions, those that most agreements have first. */
    @Transactional(readOnly = true)
    public List<TariffSummary> all(CurrentStaff who) {
        who.require(StaffPermission.LOOK);
        return summaries.all(LocalDate.now(clock));
    }

    @Transactional(readOnly = true)
    public StoredVersion version(CurrentStaff who, VersionId version) {
        who.require(StaffPermission.LOOK);
        return get(version);
    }

    /** A tariff as bills are made by it: its published versions. */
    @Transactional(readOnly = true)
    public Tariff published(CurrentStaff who, TariffId tariff) {
        who.require(StaffPermission.LOOK);
        return stored.published(tariff);
    }

    public TariffId add(CurrentStaff who, NewTariff tariff) {
        who.require(StaffPermission.SET_TARIFFS);
        var id = drafts.add(tariff);
        audit.record(who.actor(), "tariff.added", "tariff:" + id.value(), tariff.code());
        return id;
    }

    /** Keeps a new draft, all of it or nothing. */
    public VersionId draft(CurrentStaff who, TariffId tariff, TariffDraft draft) {
        who.require(StaffPermission.SET_TARIFFS);
        return drafts.add(tariff, draft.version(), who.actor());
    }

    /** A new draft that begins with what the tariff is on that day. */
    public VersionId draftFromInForce(CurrentStaff who, TariffId tariff, TariffDraft draft) {
        who.require(StaffPermission.SET_TARIFFS);
        var day = draft.version().validFrom();
        var charges = published(who, tariff).versions().stream()
                .filter(version -> !version.validFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(TariffVersion::charges)
                .orElse(List.of());
        return draft(who, tariff, new TariffDraft(day, draft.resolution(), charges));
    }

    /** Changes a draft, all of it or nothing, unless it was changed or published since that revision was read. */
    public void save(CurrentStaff who, VersionId version, int revision, TariffDraft draft) {
        who.require(StaffPermission.SET_TARIFFS);
        var content = draft.version();
        drafts.lock(version, revision);
        drafts.replace(version, content, who.actor());
    }

    public void remove(CurrentStaff who, VersionId version, int revision) {
        who.require(StaffPermission.SET_TARIFFS);
        drafts.lock(version, revision);
        drafts.remove(version);
    }

    /** The share of standing charges in each service that the version has charges of, as the law measures it. */
    @Transactional(readOnly = true)
    public List<StandingShare> shares(CurrentStaff who, VersionId version) {
        who.require(StaffPermission.LOOK);
        return StandingShare.of(get(version).content(), rules.get());
    }

    /**
     * Puts a draft in force from its day on, for ever as it is.
     *
     * @param isAboveCap whether the person has taken it upon themselves that standing charges pass the legal share, which
     *     is written down; else {@link StandingShareTooHigh}
     */
    public void publish(CurrentStaff who, VersionId version, int revision, boolean isAboveCap) {
        who.requireProven(StaffPermission.SET_TARIFFS, clock);
        drafts.lock(version, revision);
        var content = get(version).content();
        Publishable.require(content, tenants.current().legal());
        var above = StandingShare.of(content, rules.get()).stream()
                .filter(StandingShare::isAbove)
                .toList();
        if (!above.isEmpty() && !isAboveCap) {
            throw new StandingShareTooHigh(above.getFirst());
        }
        drafts.publish(version, who.actor(), !above.isEmpty());
        above.forEach(share -> audit.record(
                who.actor(),
                "tariff.cap-passed",
                "tariff-version:" + version.value(),
                share.section() + " " + share.percent().toPlainString() + " % > "
                        + share.cap().percent() + " %"));
        audit.record(
                who.actor(),
                "tariff.published",
                "tariff-version:" + version.value(),
                content.validFrom() + " " + content.resolution());
    }

    /** What the second version has otherwise than the first, charge by charge. */
    @Transactional(readOnly = true)
    public List<ChargeChange> difference(CurrentStaff who, VersionId before, VersionId after) {
        who.require(StaffPermission.LOOK);
        return ChargeChange.between(get(before).content(), get(after).content());
    }

    private StoredVersion get(VersionId version) {
        return stored.find(version).orElseThrow(UnknownTariff::new);
    }
}
