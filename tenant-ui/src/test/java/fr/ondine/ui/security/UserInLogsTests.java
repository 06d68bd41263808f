package fr.ondine.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.journeys.PortalTest;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.operators.CurrentOperator;
import fr.ondine.platform.operators.Permission;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.FilterChainProxy;

@PortalTest
class UserInLogsTests {

    private static final UUID SOMEBODY = UUID.fromString("0190f3a2-7b1c-7d3e-8f00-0123456789ab");

    @Autowired
    UserInLogs.Digests digests;

    @Autowired
    FilterChainProxy chains;

    @Test
    void the_same_person_has_the_same_digest_which_says_nothing_of_them() throws Exception {
        var one = during(PasswordSignIn.of(user("siegvo", SOMEBODY)));

        assertThat(one).matches("[0-9a-f]{16}").isEqualTo(during(PasswordSignIn.of(user("siegvo", SOMEBODY))));
        assertThat(one)
                .isNotEqualTo(during(PasswordSignIn.of(user("ileo", SOMEBODY))))
                .isNotEqualTo(during(PasswordSignIn.of(user("siegvo", UUID.randomUUID()))))
                .isNotEqualTo(during(new KeyAuthentication(operator())));
        assertThat(MDC.get(UserInLogs.KEY)).as("once it is over").isNull();
    }

    @Test
    void whoever_is_not_signed_in_has_none() throws Exception {
        assertThat(during(null)).isNull();
        assertThat(during(new AnonymousAuthenticationToken(
                        "key", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"))))
                .isNull();
    }

    @Test
    void it_is_said_wherever_somebody_can_be_signed_in() {
        assertThat(chains.getFilterChains().stream()
                        .filter(chain -> chain.getFilters().stream()
                                .anyMatch(filter -> filter instanceof SessionGuard
                                        || filter instanceof OperatorGuard
                                        || filter instanceof KeyFilter))
                        .toList())
                .hasSize(5)
                .allSatisfy(chain -> assertThat(chain.getFilters()).anyMatch(UserInLogs.class::isInstance));
    }

    private @Nullable String during(@Nullable Authentication signedIn) throws ServletException, IOException {
        var said = new AtomicReference<@Nullable String>();
        SecurityContextHolder.setContext(new SecurityContextImpl(signedIn));
        try {
            new UserInLogs(digests, SecurityContextHolder.getContextHolderStrategy())
                    .doFilter(
                            new MockHttpServletRequest(),
                            new MockHttpServletResponse(),
                            (request, response) -> said.set(MDC.get(UserInLogs.KEY)));
        } finally {
            SecurityContextHolder.clearContext();
        }
        return said.get();
    }

    private static CurrentUser user(String utility, UUID id) {
        return new CurrentUser(utility, new UserId(id), "marie@exemple.fr", "Marie", 1);
    }

    private static CurrentOperator operator() {
        return new CurrentOperator(SOMEBODY, "anne@exemple.fr", "Anne", Permission.VIEW, 1);
    }
}
