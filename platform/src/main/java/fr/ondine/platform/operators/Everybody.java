package fr.ondine.platform.operators;

import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.staff.StaffSessions;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs everybody of one utility out, subscribers and staff: for the hour after a theft is suspected. */
@Service
public class Everybody {

    private final FleetDirectory directory;
    private final Fleet fleet;
    private final Sessions subscribers;
    private final StaffSessions staff;
    private final TransactionTemplate transaction;

    Everybody(
            FleetDirectory directory,
            Fleet fleet,
            Sessions subscribers,
            StaffSessions staff,
            TransactionTemplate transaction) {
        this.directory = directory;
        this.fleet = fleet;
        this.subscribers = subscribers;
        this.staff = staff;
        this.transaction = transaction;
    }

    /** In the name of whoever may run the platform's commands: all at once, or nobody. */
    public SignedOut signOutFromOutside(String actor, String slug) {
        directory.get(slug);
        var out = TenantContext.callAs(
                new TenantId(slug),
                () -> transaction.execute(
                        status -> new SignedOut(slug, subscribers.endEverybodys(actor), staff.endEverybodys(actor))));
        fleet.record(
                slug, actor, "everybody signed out", out.subscribers() + " subscribers, " + out.staff() + " staff");
        return out;
    }

    /** How many accounts' sessions, devices and programs counted until now. */
    public record SignedOut(String slug, int subscribers, int staff) {}
}
