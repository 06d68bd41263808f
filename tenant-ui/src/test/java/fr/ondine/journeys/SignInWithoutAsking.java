package fr.ondine.journeys;

import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.operators.CurrentOperator;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.ProvenStaff;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * Signs a subscriber in under {@code /signed-in?user=…}, an administrator under {@code /signed-in?staff=…} and an operator
 * under {@code /console/signed-in?operator=…}, for tests of a page that is not about signing in.
 */
@Configuration(proxyBeanMethods = false)
public class SignInWithoutAsking {

    private static final int AFTER_THE_SESSION = Integer.MIN_VALUE + 60;

    private static final Map<UUID, CurrentOperator> OPERATORS = new ConcurrentHashMap<>();

    static String path(UserId user) {
        return "/signed-in?user=" + user.value();
    }

    static String administrator(UUID staff) {
        return "/signed-in?staff=" + staff;
    }

    static String staff(UUID staff, StaffRole role) {
        return administrator(staff) + "&role=" + role;
    }

    /** Somebody who came in a while ago: what needs the second factor asks for it. */
    static String unproven(UUID staff) {
        return administrator(staff) + "&unproven=1";
    }

    public static String operator(CurrentOperator operator) {
        OPERATORS.put(operator.id(), operator);
        return "/console/signed-in?operator=" + operator.id(); // the console's host has no other addresses
    }

    /** An operator who came in a while ago. */
    static String unproven(CurrentOperator operator) {
        return operator(operator) + "&unproven=1";
    }

    @Bean
    FilterRegistrationBean<Filter> signedInWithoutAsking() {
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            if (request instanceof HttpServletRequest asked
                    && asked.getRequestURI().endsWith("/signed-in")) {
                ((HttpServletResponse) response).sendRedirect(signIn(asked));
            } else {
                chain.doFilter(request, response);
            }
        });
        registration.setOrder(AFTER_THE_SESSION);
        return registration;
    }

    private static String signIn(HttpServletRequest request) {
        if (request.getParameter("operator") != null) {
            signIn(request, operatorOf(request));
            return "/console";
        }
        var isStaff = request.getParameter("staff") != null;
        signIn(request, isStaff ? staffOf(request) : subscriberOf(request));
        return isStaff ? "/gestion" : "/tableau-de-bord";
    }

    private static Authentication operatorOf(HttpServletRequest request) {
        var known = Objects.requireNonNull(OPERATORS.get(UUID.fromString(request.getParameter("operator"))));
        var operator = request.getParameter("unproven") == null ? known : known.provenAt(Instant.EPOCH);
        var roles = operator.permission().all().stream()
                .map(permission -> "ROLE_" + permission)
                .toArray(String[]::new);
        return UsernamePasswordAuthenticationToken.authenticated(
                operator, null, AuthorityUtils.createAuthorityList(roles));
    }

    private static Authentication subscriberOf(HttpServletRequest request) {
        var user = new UserId(UUID.fromString(request.getParameter("user")));
        var person = new CurrentUser(TenantContext.current().slug(), user, "dupont.p@exemple.fr", "Pierre Dupont", 0);
        return UsernamePasswordAuthenticationToken.authenticated(
                person, null, AuthorityUtils.createAuthorityList("ROLE_SUBSCRIBER"));
    }

    private static Authentication staffOf(HttpServletRequest request) {
        var id = UUID.fromString(request.getParameter("staff"));
        var asked = request.getParameter("role");
        var role = asked == null ? StaffRole.ADMINISTRATOR : StaffRole.valueOf(asked);
        var person = ProvenStaff.of(TenantContext.current().slug(), id, "anne@exemple.fr", "Anne Martin", role, 0);
        return UsernamePasswordAuthenticationToken.authenticated(
                request.getParameter("unproven") == null ? person : person.provenAt(Instant.EPOCH),
                null,
                AuthorityUtils.createAuthorityList(person.role().permissions().stream()
                        .map(permission -> "ROLE_" + permission)
                        .toList()));
    }

    private static void signIn(HttpServletRequest request, Authentication who) {
        request.getSession(true).setAttribute("SPRING_SECURITY_CONTEXT", new SecurityContextImpl(who));
    }
}
