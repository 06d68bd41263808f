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
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.staff.Team;
import fr.ondine.platform.tenancy.Limits;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.tenantconfig.ConfigurationChange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

/**
 * The fleet as one operator may see and change it: each act is checked against their permission and written down in
 * their name. Pages and interfaces reach utilities by this door only.
 */
@Service
public class ManagedFleet {

    private final Fleet fleet;
    private final FleetDirectory directory;
    private final FleetUse use;
    private final UtilityDeletion deletion;
    private final Team team;
    private final LeftOutside outside;

    ManagedFleet(
            Fleet fleet,
            FleetDirectory directory,
            FleetUse use,
            UtilityDeletion deletion,
            Team team,
            LeftOutside outside) {
        this.fleet = fleet;
        this.directory = directory;
        this.use = use;
        this.deletion = deletion;
        this.team = team;
        this.outside = outside;
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

    /** Refuses a configuration that could not be added, with every line and reason; nothing is done. */
    public void check(CurrentOperator who, String yaml) {
        who.require(Permission.OPERATE);
        fleet.check(yaml);
    }

    public UtilitySummary add(CurrentOperator who, String yaml) {
        who.require(Permission.OPERATE);
        return fleet.add(yaml, who.actor());
    }

    public UtilitySummary draft(CurrentOperator who, String yaml) {
        who.require(Permission.OPERATE);
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
        who.require(Permission.OPERATE);
        return fleet.configure(slug, edit, who.actor());
    }

    /** Puts a version in force again, unless another one than {@code seen} has come into force meanwhile. */
    public Configured rollBack(CurrentOperator who, String slug, int version, int seen) {
        who.require(Permission.OPERATE);
        return fleet.rollBack(slug, version, seen, who.actor());
    }

    public Limits limit(CurrentOperator who, String slug, Limits limits) {
        who.require(Permission.OPERATE);
        return fleet.limit(slug, limits, who.actor()).limits();
    }

    /** Invites somebody to administer a utility: the first one, or again one who is locked out. */
    public void inviteAdministrator(CurrentOperator who, String slug, EmailAddress email, String name) {
        who.require(Permission.OPERATE);
        directory.get(slug);
        TenantContext.runAs(new TenantId(slug), () -> team.inviteAdministrator(who.actor(), email, name));
        fleet.record(slug, who.actor(), "administrator invited", email.value());
    }

    public UtilitySummary migrate(CurrentOperator who, String slug) {
        who.require(Permission.OPERATE);
        return fleet.migrate(slug, who.actor());
    }

    public UtilitySummary suspend(CurrentOperator who, String slug, String reason) {
        who.require(Permission.OPERATE);
        return fleet.suspend(slug, who.actor(), reason);
    }

    public UtilitySummary resume(CurrentOperator who, String slug, String reason) {
        who.require(Permission.OPERATE);
        return fleet.resume(slug, who.actor(), reason);
    }

    public UtilitySummary archive(CurrentOperator who, String slug, String reason) {
        who.require(Permission.OPERATE);
        return fleet.archive(slug, who.actor(), reason);
    }

    public Instant askDeletion(CurrentOperator who, String slug, String typedName) {
        who.require(Permission.ADMINISTER);
        return deletion.ask(slug, typedName, who.actor());
    }

    public void withdrawDeletion(CurrentOperator who, String slug) {
        who.require(Permission.ADMINISTER);
        deletion.withdraw(slug, who.actor());
    }

    /** Refuses what may not be deleted now; what comes back deletes it, which lasts. */
    public Runnable deletion(CurrentOperator who, String slug, String typedName) {
        who.require(Permission.ADMINISTER);
        return deletion.confirmed(slug, typedName, who.actor());
    }
}
