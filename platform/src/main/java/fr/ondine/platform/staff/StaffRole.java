package fr.ondine.platform.staff;

import static fr.ondine.platform.staff.StaffPermission.BILL;
import static fr.ondine.platform.staff.StaffPermission.LOOK;
import static fr.ondine.platform.staff.StaffPermission.LOOK_AT_BILLING;
import static fr.ondine.platform.staff.StaffPermission.MOVE_MONEY;
import static fr.ondine.platform.staff.StaffPermission.OWN_ACCOUNT;
import static fr.ondine.platform.staff.StaffPermission.SEE_AS;
import static fr.ondine.platform.staff.StaffPermission.SERVE;

import java.util.EnumSet;
import java.util.Set;

/** What a person does at their utility, and so what they may: the table of docs/staff.md. */
public enum StaffRole {
    /** Looks at everything about subscribers, and changes nothing. */
    READER(LOOK, OWN_ACCOUNT, LOOK_AT_BILLING),
    /** Looks after subscribers: customer service (accueil). */
    AGENT(LOOK, OWN_ACCOUNT, SERVE, SEE_AS),
    /** Bills them. */
    BILLER(LOOK, OWN_ACCOUNT, LOOK_AT_BILLING, SERVE, SEE_AS, BILL, MOVE_MONEY),
    /** Keeps the accounts: moves money that was billed, and bills nothing. */
    ACCOUNTANT(LOOK, OWN_ACCOUNT, LOOK_AT_BILLING, MOVE_MONEY),
    /** Everything: also configures the portal, and says who works here. */
    ADMINISTRATOR(StaffPermission.values());

    private final Set<StaffPermission> permissions;

    StaffRole(StaffPermission... permissions) {
        this.permissions = EnumSet.of(permissions[0], permissions);
    }

    public boolean may(StaffPermission what) {
        return permissions.contains(what);
    }

    public Set<StaffPermission> permissions() {
        return EnumSet.copyOf(permissions);
    }
}
