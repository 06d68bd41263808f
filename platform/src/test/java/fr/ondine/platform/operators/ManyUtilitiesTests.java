package fr.ondine.platform.operators;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.StatementCount;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;

/** What an operator sees of a thousand utilities costs what it costs of three. */
@PlatformTest
class ManyUtilitiesTests {

    private static final CurrentOperator ANNE =
            new CurrentOperator(UUID.randomUUID(), "anne@exploitant.fr", "Anne Martin", Permission.VIEW, 1);

    @Autowired
    ManagedFleet fleet;

    @Autowired
    StatementCount statements;

    @Autowired
    Environment environment;

    @BeforeEach
    void a_thousand_drafts_of_which_one_failed() throws SQLException {
        asOwner("insert into platform.tenant (slug, state, name) select 'many_' || n, 'DRAFT', 'Foule ' || n"
                + " from generate_series(1, 1000) n");
        asOwner("update platform.tenant set state = 'FAILED', last_error = 'disk full' where slug = 'many_777'");
    }

    @AfterEach
    void none() throws SQLException {
        asOwner("delete from platform.tenant where slug like 'many\\_%'");
    }

    @Test
    void a_page_takes_three_statements_and_shows_the_problem_first() {
        assertThat(statements.of(() -> page("", 0)))
                .as("one of them begins the transaction")
                .isEqualTo(3);
        assertThat(statements.of(() -> page("", 19))).isEqualTo(3);

        var first = page("foule ", 0);
        assertThat(first.getTotalElements()).isEqualTo(1000);
        assertThat(first.getContent())
                .hasSize(50)
                .first()
                .extracting(UtilitySummary::slug)
                .isEqualTo("many_777");
        assertThat(page("many_77", 0)).extracting(UtilitySummary::slug).contains("many_77", "many_770");
    }

    private Page<UtilitySummary> page(String words, int number) {
        return fleet.search(ANNE, words, Set.<UtilityState>of(), PageRequest.of(number, 50));
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        environment.getRequiredProperty("ondine.database.url"),
                        environment.getRequiredProperty("ondine.database.owner-username"),
                        environment.getProperty("ondine.database.owner-password", ""));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
