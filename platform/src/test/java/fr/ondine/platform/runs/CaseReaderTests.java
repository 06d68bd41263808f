package fr.ondine.platform.runs;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.tariffs.Tariffs;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class CaseReaderTests {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final RunTerms TERMS =
            new RunTerms(RunKind.ACTUAL, new Period(JULY.minusMonths(6), JULY), JULY, JULY, JULY.plusDays(30));

    /** A thousand of a large round are found by their keys; a plan for any thousand reads them all, each time. */
    @Test
    void what_a_chunk_reads_is_planned_for_that_chunk_and_nothing_else_is(
            @Autowired CaseReader reader,
            @Autowired Tariffs tariffs,
            @Autowired JdbcClient database,
            @Autowired TransactionTemplate transaction) {
        var run = new Run(
                new RunId(UUID.randomUUID()), TERMS, Perimeter.everybody(), RunState.SIMULATING, false, Instant.now());
        var chunk = new Chunk(run.id(), 1, new UUID(0, 0), new UUID(0, 1));

        TenantContext.runAs(SIEGVO, () -> {
            transaction.executeWithoutResult(status -> {
                reader.cases(run, chunk, new Ratings(tariffs.all()));
                assertThat(planning(database)).isEqualTo("force_custom_plan");
            });
            assertThat(planning(database)).isEqualTo("auto");
        });
    }

    private static String planning(JdbcClient database) {
        return database.sql("show plan_cache_mode").query(String.class).single();
    }
}
