package fr.ondine.demo;

import fr.ondine.platform.factors.SecondFactor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.staff.StaffInvitations;
import fr.ondine.platform.staff.Team;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.tenantconfig.BundledTenants;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** One administrator of each utility of the demonstration, who comes in by the mailed invitation. */
final class DemoStaff {

    private final Surroundings surroundings;
    private final Team team;
    private final StaffInvitations invitations;
    private final Clock clock = Clock.systemUTC();

    DemoStaff(Surroundings surroundings, Team team, StaffInvitations invitations) {
        this.surroundings = surroundings;
        this.team = team;
        this.invitations = invitations;
    }

    /** What the demonstration's page tells of those whose account is open. */
    static List<Shown> shown(Surroundings surroundings) {
        var state = surroundings.state();
        return BundledTenants.slugs().stream()
                .flatMap(
                        slug -> state.staffKey(slug).stream().flatMap(key -> Stream.of(shown(surroundings, slug, key))))
                .toList();
    }

    private static Shown shown(Surroundings surroundings, String slug, String key) {
        var utility = BundledTenants.read(slug);
        var factor = new SecondFactor(email(slug).value(), key);
        return new Shown(
                utility.name(),
                surroundings.settings().origin(utility.hosts().getFirst()) + "/gestion",
                email(slug).value(),
                surroundings.state().staffPassword(slug),
                factor.codeAt(Clock.systemUTC().instant()),
                factor.uri());
    }

    void comeIn() throws InterruptedException {
        for (var slug : BundledTenants.slugs()) {
            if (surroundings.state().staffKey(slug).isEmpty()) {
                comeIn(slug);
            }
        }
    }

    private void comeIn(String slug) throws InterruptedException {
        var tenant = new TenantId(slug);
        var before = surroundings.mails().to(email(slug).value()).size();
        TenantContext.runAs(
                tenant, () -> team.inviteAdministrator("operator:demonstration", email(slug), "Dominique Petit"));
        var link = new InvitedByMail(surroundings, email(slug)).link(before);
        TenantContext.runAs(tenant, () -> accept(slug, link));
    }

    private void accept(String slug, RawToken link) {
        var state = surroundings.state();
        var factor = invitations.look(link).orElseThrow().factor();
        // the code of the step before, so that the one that the page shows is still good
        var code = factor.codeAt(clock.instant().minusSeconds(30));
        invitations.accept(link, state.staffPassword(slug), factor, code);
        state.keepStaffKey(slug, factor.key());
    }

    static EmailAddress email(String slug) {
        return new EmailAddress("administrateur@" + slug + ".exemple.fr");
    }

    record Shown(String name, String address, String email, String password, String code, String uri) {}
}
