package fr.ondine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.Registration;
import fr.ondine.migrations.UtilityState;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Utilities;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a visitor meets at a utility that is not served, while the others are. */
@PlatformTest
class ServingTests {

    private final String slug =
            "s" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final TenantId tenant = new TenantId(slug);
    private final String host = slug + ".localhost";

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    OndineDatabase database;

    @Autowired
    Tenants tenants;

    @Autowired
    TenantFilter filter;

    @Autowired
    DatabaseSettings settings;

    @BeforeEach
    void a_utility_that_is_served() {
        provisioning.provision(yaml());
    }

    @Test
    void a_utility_is_served_as_soon_as_it_was_added() throws Exception {
        assertThat(get(host, "text/html").getStatus()).isEqualTo(200);
        assertThat(tenants.serving(tenant)).isEqualTo(Serving.OPEN);
    }

    @Test
    void a_suspended_portal_says_so_in_its_own_name_and_nobody_else_notices() throws Exception {
        database.change(slug, UtilityState.SUSPENDED, "operator:anne", "unpaid");
        tenants.refresh();

        var answer = get(host, "text/html");

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("3600");
        assertThat(answer.getContentAsString())
                .contains("SIEGVO", "Le portail est fermé pour le moment", "#0b5394", "tel:+33387534043");
        assertThat(get("siegvo.localhost", "text/html").getStatus()).isEqualTo(200);
    }

    @Test
    void a_program_gets_a_problem_instead_of_a_page() throws Exception {
        database.change(slug, UtilityState.SUSPENDED, "operator:anne", "unpaid");
        tenants.refresh();

        var answer = get(host, "application/json");

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
    }

    @Test
    void a_portal_whose_schema_is_older_than_this_release_waits_for_its_migration() throws Exception {
        owner().sql("update platform.tenant set schema_changes = schema_changes - 1 where slug = ?")
                .param(slug)
                .update();
        tenants.refresh();

        assertThat(get(host, "text/html").getContentAsString()).contains("Le portail revient dans un instant");
        assertThat(tenants.canWork(tenant)).isFalse();
    }

    @Test
    void a_portal_whose_schema_is_newer_than_this_release_is_served() throws Exception {
        owner().sql("update platform.tenant set schema_changes = schema_changes + 1 where slug = ?")
                .param(slug)
                .update();
        tenants.refresh();

        assertThat(get(host, "text/html").getStatus()).isEqualTo(200);
    }

    @Test
    void a_configuration_that_cannot_be_read_closes_one_portal_only() throws Exception {
        database.register(new Registration(slug, "SIEGVO", "slug: " + slug, List.of(host), "test", ""));
        tenants.refresh();

        assertThat(get(host, "text/html").getContentAsString()).contains("Le portail revient dans un instant");
        assertThatThrownBy(() -> tenants.of(tenant)).isInstanceOf(IllegalStateException.class);
        assertThat(get("ileo.localhost", "text/html").getStatus()).isEqualTo(200);
    }

    @Test
    void what_is_put_away_answers_as_if_it_had_never_been_there() throws Exception {
        database.change(slug, UtilityState.ARCHIVED, "operator:anne", "left");
        tenants.refresh();

        assertThat(get(host, "text/html").getStatus()).isEqualTo(421);
    }

    @Test
    void a_suspended_utility_still_books_the_money_that_comes() {
        database.change(slug, UtilityState.SUSPENDED, "operator:anne", "unpaid");
        tenants.refresh();

        assertThat(tenants.canWork(tenant)).isTrue();
    }

    @Test
    void a_change_is_seen_although_its_transaction_began_before_another_that_was_seen() throws Exception {
        var source = source();
        try (var slow = source.getConnection()) {
            slow.setAutoCommit(false);
            try (var statement = slow.createStatement()) {
                statement.execute("update platform.tenant set state = 'SUSPENDED', updated_at = now() where slug = '"
                        + slug + "'");
                owner().sql("update platform.tenant set updated_at = clock_timestamp() where slug = 'siegvo'")
                        .update();
                tenants.refresh();
            }
            slow.commit();
        }
        tenants.refresh();

        assertThat(tenants.serving(tenant)).isEqualTo(Serving.SUSPENDED);
    }

    @Test
    void a_utility_whose_visitors_ask_too_much_is_slowed_down_alone() throws Exception {
        database.limit(slug, 3, 2, 100, 100, "operator:anne");
        tenants.refresh();

        assertThat(statuses(12)).containsOnlyOnce(200, 429).startsWith(200).endsWith(429);
        assertThat(get(host, "text/html").getContentAsString()).contains("Beaucoup de monde en ce moment");
        assertThat(get("siegvo.localhost", "text/html").getStatus()).isEqualTo(200);
    }

    private List<Integer> statuses(int requests) throws Exception {
        var statuses = new java.util.LinkedHashSet<Integer>();
        for (var number = 0; number < requests; number++) {
            statuses.add(get(host, "text/html").getStatus());
        }
        return List.copyOf(statuses);
    }

    private MockHttpServletResponse get(String name, String accept) throws ServletException, IOException {
        var request = new MockHttpServletRequest("GET", "/");
        request.setServerName(name);
        request.addHeader("Host", name);
        request.addHeader("Accept", accept);
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private String yaml() {
        return Utilities.like(Utilities.SIEGVO, slug);
    }

    private JdbcClient owner() {
        return JdbcClient.create(source());
    }

    private DataSource source() {
        return new DriverManagerDataSource(settings.url(), settings.ownerUsername(), settings.ownerPassword());
    }
}
