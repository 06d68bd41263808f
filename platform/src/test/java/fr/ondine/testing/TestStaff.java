package fr.ondine.testing;

import fr.ondine.platform.factors.SecondFactor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffInvitations;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.staff.StaffSignIn;
import fr.ondine.platform.staff.Team;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** People of a utility's staff who came in as all do: invited, with a password and a second factor of their own. */
public record TestStaff(BeanFactory beans, TenantId utility) {

    public static final String PASSWORD = "trois loutres dorment";

    private static final long STEP_SECONDS = 30;

    /** An administrator, invited by an operator, with a code left for each of two sign-ins at once. */
    public Known administrator() {
        var email = freshEmail();
        at(() -> beans.getBean(Team.class).inviteAdministrator("operator:test", email, "Anne Martin"));
        return accept(email);
    }

    /** Somebody else, invited by an administrator. */
    public Known agent() {
        var administrator = signedIn(administrator());
        var email = freshEmail();
        at(() -> beans.getBean(Team.class).invite(administrator, email, "Paul Dupont", StaffRole.AGENT));
        return accept(email);
    }

    public CurrentStaff signedIn(Known known) {
        return TenantContext.callAs(utility, () -> {
            var door = beans.getBean(StaffSignIn.class);
            return door.code(
                    door.password(known.email(), PASSWORD, "192.0.2.1"),
                    known.factor().codeAt(now()));
        });
    }

    public static RawToken invitation(EmailAddress email) {
        return new RawToken(
                CaughtMails.shared().await(email.value()).link().getQuery().replace("jeton=", ""));
    }

    public static EmailAddress freshEmail() {
        return new EmailAddress("s" + UUID.randomUUID().toString().substring(0, 8) + "@collectivite.fr");
    }

    private Known accept(EmailAddress email) {
        var link = invitation(email);
        return TenantContext.callAs(utility, () -> {
            var invitations = beans.getBean(StaffInvitations.class);
            var factor = invitations.look(link).orElseThrow().factor();
            var codes = invitations.accept(link, PASSWORD, factor, factor.codeAt(now().minusSeconds(STEP_SECONDS)));
            return new Known(email.value(), factor, codes);
        });
    }

    private void at(Runnable work) {
        TenantContext.runAs(utility, work);
    }

    private Instant now() {
        return TenantContext.callAs(utility, () -> beans.getBean(Clock.class).instant());
    }

    public record Known(String email, SecondFactor factor, List<String> recoveryCodes) {}
}
