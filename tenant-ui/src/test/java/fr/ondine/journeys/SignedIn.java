package fr.ondine.journeys;

import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.tenancy.TenantContext;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;

/** Signs anybody in under {@code /signed-in?user=…}, for tests of a page that is not about signing in. */
@Configuration(proxyBeanMethods = false)
class SignedIn {

    private static final int AFTER_THE_SESSION = Integer.MIN_VALUE + 60;

    static String path(UserId user) {
        return "/signed-in?user=" + user.value();
    }

    @Bean
    FilterRegistrationBean<Filter> signedInWithoutAsking() {
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            if (request instanceof HttpServletRequest asked
                    && asked.getRequestURI().equals("/signed-in")) {
                signIn(asked);
                response.getWriter().write("signed in");
            } else {
                chain.doFilter(request, response);
            }
        });
        registration.setOrder(AFTER_THE_SESSION);
        return registration;
    }

    private static void signIn(HttpServletRequest request) {
        var user = new UserId(UUID.fromString(request.getParameter("user")));
        var person = new CurrentUser(TenantContext.current().slug(), user, "dupont.p@exemple.fr", "Pierre Dupont", 0);
        var token = UsernamePasswordAuthenticationToken.authenticated(
                person, null, AuthorityUtils.createAuthorityList("ROLE_SUBSCRIBER"));
        request.getSession(true).setAttribute("SPRING_SECURITY_CONTEXT", new SecurityContextImpl(token));
    }
}
