package fr.ondine.platform.staff;

import fr.ondine.platform.kernel.DomainException;

/** Address, password or code open nothing; one same answer for each step, whatever the reason. */
public final class StaffSignInRefused extends DomainException {

    private StaffSignInRefused(String step) {
        super("staff.sign-in-refused." + step);
    }

    static StaffSignInRefused atPassword() {
        return new StaffSignInRefused("password");
    }

    static StaffSignInRefused atPasskey() {
        return new StaffSignInRefused("passkey");
    }

    static StaffSignInRefused atCode() {
        return new StaffSignInRefused("code");
    }
}
