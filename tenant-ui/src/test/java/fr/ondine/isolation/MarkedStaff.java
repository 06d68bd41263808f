package fr.ondine.isolation;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffInvitations;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.staff.StaffSignIn;
import fr.ondine.platform.staff.Team;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** The staff of a marked utility, with sessions; another invitation stays open. */
record MarkedStaff(ApplicationContext application, String kept) {

    /** {@code link} tells the secret of the latest invitation that was mailed. */
    Cookies comeIn(Supplier<String> link) {
        var team = application.getBean(Team.class);
        team.inviteAdministrator("operator:test", email("e"), kept);
        var administrator = accept(link.get(), "e");
        team.invite(administrator, email("f"), "Paul Dupont", StaffRole.AGENT);
        var agent = accept(link.get(), "f");
        team.invite(administrator, email("h"), "Luc Dupont", StaffRole.BILLER);
        var biller = accept(link.get(), "h");
        team.invite(administrator, email("i"), "Line Dupont", StaffRole.ACCOUNTANT);
        var accountant = accept(link.get(), "i");
        team.invite(administrator, email("r"), "Rose Dupont", StaffRole.READER);
        var reader = accept(link.get(), "r");
        team.invite(administrator, email("g"), kept, StaffRole.AGENT);
        return new Cookies(cookie(agent), cookie(biller), cookie(accountant), cookie(reader), cookie(administrator));
    }

    private CurrentStaff accept(String link, String letter) {
        var invitations = application.getBean(StaffInvitations.class);
        var door = application.getBean(StaffSignIn.class);
        var now = application.getBean(Clock.class).instant();
        var secret = new RawToken(link);
        var factor = invitations.look(secret).orElseThrow().factor();
        invitations.accept(secret, Marked.PASSWORD, factor, factor.codeAt(now.minusSeconds(30)));
        return door.code(door.password(email(letter).value(), Marked.PASSWORD, "192.0.2.1"), factor.codeAt(now));
    }

    private EmailAddress email(String letter) {
        return new EmailAddress(letter + "." + kept + "@exemple.fr");
    }

    private String cookie(CurrentStaff staff) {
        var roles = staff.role().permissions().stream()
                .map(permission -> "ROLE_" + permission)
                .toArray(String[]::new);
        var token = UsernamePasswordAuthenticationToken.authenticated(
                staff, null, AuthorityUtils.createAuthorityList(roles));
        var id = save(application.getBean(SessionRepository.class), new SecurityContextImpl(token));
        return "session=" + Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static <S extends Session> String save(SessionRepository<S> sessions, SecurityContextImpl context) {
        var session = sessions.createSession();
        session.setAttribute("SPRING_SECURITY_CONTEXT", context);
        sessions.save(session);
        return session.getId();
    }

    record Cookies(String agent, String biller, String accountant, String reader, String administrator) {}
}
