package fr.ondine.platform.operators;

import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.fleet.AuditedAct;
import fr.ondine.platform.fleet.ConfigurationVersion;
import fr.ondine.platform.fleet.Configured;
import fr.ondine.platform.fleet.Edit;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.fleet.FleetUse;
import fr.ondine.platform.fleet.LimitsUse;
import fr.ondine.platform.fleet.UtilityDeletion;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.platform.fleet.WantedActs;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.staff.Team;
import fr.ondine.platform.tenancy.Limits;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.tenantconfig.ConfigurationChange;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

/**
 * The fleet as one operator may see and change it: each act is checked against their permission and written down in
 * their name, and what changes something asks for the second factor again. Pages and interfaces reach utilities by this door only.
 */
@Service
public class ManagedFleet {

    private final Fleet fleet;
    private final FleetDirectory directory;
    private final FleetUse use;
    private final UtilityDeletion deletion;
    private final Team team;
    private final LeftOutside outside;
    private final Clock clock;

    ManagedFleet(
            Fleet fleet,
            FleetDirectory directory,
            FleetUse use,
            UtilityDeletion deletion,
            Team team,
            LeftOutside outside,
            Clock clock) {
        this.fleet = fleet;
        this.directory = directory;
        this.use = use;
        this.deletion = deletion;
        this.team = team;
        this.outside = outside;
        this.clock = clock;
    }

    public Page<UtilitySummary> search(
            CurrentOperator who, String words, Collection<UtilityState> states, Pageable page) {
        who.require(Permission.VIEW);
        return directory.search(words, states, page);
    }

    public UtilitySummary get(CurrentOperator who, String slug) {
        who.require(Permission.VIEW);
        return directory.get(slug);
    }

    /** What it uses of its limits at this moment. */
    public LimitsUse use(CurrentOperator who, String slug) {
        who.require(Permission.VIEW);
        return use.of(slug);
    }

    public String configuration(CurrentOperator who, String slug) {
        who.require(Permission.VIEW);
        return directory.configuration(slug);
    }

    public String configuration(CurrentOperator who, String slug, int version) {
        who.require(Permission.VIEW);
        return directory.configuration(slug, version);
    }

    public List<ConfigurationVersion> history(CurrentOperator who, String slug) {
        who.require(Permission.VIEW);
        return directory.history(slug);
    }

    public List<AuditedAct> acts(CurrentOperator who, String slug, int most) {
        who.require(Permission.VIEW);
        return directory.acts(slug, most);
    }

    /** What was looked for of all acts, a page of {@link ActPage#SIZE} of them; the first page is 0. */
    public ActPage acts(CurrentOperator who, WantedActs wanted, int page) {
        who.require(Permission.ADMINISTER);
        var found = directory.acts(wanted, page * ActPage.SIZE, ActPage.SIZE + 1);
        return new ActPage(found.stream().limit(ActPage.SIZE).toList(), found.size() > ActPage.SIZE);
    }

    /** Refuses a configuration that could not be added, with every line and reason; nothing is done. */
    public void check(CurrentOperator who, String yaml) {
        who.require(Permission.OPERATE);
        fleet.check(yaml);
    }

    /** The same operator for an act that lasts, which is done beside the page: asked for a proof now, and not in its midst. */
    public CurrentOperator beginning(CurrentOperator who) {
        who.requireProven(Permission.OPERATE, clock);
        return who.provenAt(clock.instant());
    }

    public UtilitySummary add(CurrentOperator who, String yaml) {
        who.requireProven(Permission.OPERATE, clock);
        return fleet.add(yaml, who.actor());
    }

    public UtilitySummary draft(CurrentOperator who, String yaml) {
        who.requireProven(Permission.OPERATE, clock);
        return fleet.draft(yaml, who.actor());
    }

    public List<ConfigurationChange> difference(CurrentOperator who, String slug, String yaml) {
        who.require(Permission.VIEW);
        return fleet.difference(slug, yaml);
    }

    /** How many accounts nothing would open any more if that configuration came into force. */
    public int leftOutside(CurrentOperator who, String slug, String yaml) {
        who.require(Permission.VIEW);
        return outside.by(slug, yaml);
    }

    public Configured configure(CurrentOperator who, String slug, Edit edit) {
        who.requireProven(Permission.OPERATE, clock);
        return fleet.configure(slug, edit, who.actor());
    }

    /** Puts a version in force again, unless another one than {@code seen} has come into force meanwhile. */
    public Configured rollBack(CurrentOperator who, String slug, int version, int seen) {
        who.requireProven(Permission.OPERATE, clock);
        return fleet.rollBack(slug, version, seen, who.actor());
    }

    public Limits limit(CurrentOperator who, String slug, Limits limits) {
        who.requireProven(Permission.OPERATE, clock);
        return fleet.limit(slug, limits, who.actor()).limits();
    }

    /** Invites somebody to administer a utility: the first one, or again one who is locked out. */
    public void inviteAdministrator(CurrentOperator who, String slug, EmailAddress email, String name) {
        who.requireProven(Permission.OPERATE, clock);
        directory.get(slug);
        TenantContext.runAs(new TenantId(slug), () -> team.inviteAdministrator(who.actor(), email, name));
        fleet.record(slug, who.actor(), "administrator invited", email.value());
    }

    public UtilitySummary migrate(CurrentOperator who, String slug) {
        who.requireProven(Permission.OPERATE, clock);
        return fleet.migrate(slug, who.actor());
    }

    public UtilitySummary suspend(CurrentOperator who, String slug, String reason) {
        who.requireProven(Permission.OPERATE, clock);
        return fleet.suspend(slug, who.actor(), reason);
    }

    public UtilitySummary resume(CurrentOperator who, String slug, String reason) {
        who.requireProven(Permission.OPERATE, clock);
        return fleet.resume(slug, who.actor(), reason);
    }

    public UtilitySummary archive(CurrentOperator who, String slug, String reason) {
        who.requireProven(Permission.OPERATE, clock);
        return fleet.archive(slug, who.actor(), reason);
    }

    public Instant askDeletion(CurrentOperator who, String slug, String typedName) {
        who.requireProven(Permission.ADMINISTER, clock);
        return deletion.ask(slug, typedName, who.actor());
    }

    public void withdrawDeletion(CurrentOperator who, String slug) {
        who.requireProven(Permission.ADMINISTER, clock);
        deletion.withdraw(slug, who.actor());
    }

    /** Refuses what may not be deleted now; what comes back deletes it, which lasts. */
    public Runnable deletion(CurrentOperator who, String slug, String typedName) {
        who.requireProven(Permission.ADMINISTER, clock);
        return deletion.confirmed(slug, typedName, who.actor());
    }
}
