package fr.ondine.platform.imports;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs the set-based statements that take the staged rows in. */
@Component
class Merge {

    private static final Script PREPARATION = Script.read("prepare.sql");
    private static final List<Script> MERGES = List.of(
            Script.read("merge.sql"),
            Script.read("merge-invoices.sql"),
            Script.read("merge-payments.sql"),
            Script.read("merge-refunds.sql"),
            Script.read("merge-credit-notes.sql"),
            Script.read("merge-allocations.sql"));

    private final JdbcClient database;
    private final Clock clock;
    private final ImportLimits limits;
    private final FreshKeys keys;
    private final CreditsOfImports credits;

    Merge(JdbcClient database, Clock clock, ImportLimits limits, FreshKeys keys, CreditsOfImports credits) {
        this.database = database;
        this.clock = clock;
        this.limits = limits;
        this.keys = keys;
        this.credits = credits;
    }

    /** Gathers what the rules and the merges look up. */
    void prepare() {
        PREPARATION.steps().forEach(step -> database.sql(step.sql()).update());
    }

    void run(Counts counts) {
        keys.draw();
        MERGES.stream().flatMap(script -> script.steps().stream()).forEach(step -> {
            if (step.kind().equals("count")) {
                count(step, counts);
            } else {
                statement(step.sql()).update();
            }
        });
        credits.allocate();
    }

    private void count(Script.Step step, Counts counts) {
        statement("with merged (word) as (" + step.sql() + ") select count(*) filter (where word = 'INSERT'),"
                        + " count(*) filter (where word = 'UPDATE') from merged")
                .query(row -> {
                    counts.merged(step.word(1), row.getLong(1), row.getLong(2));
                });
    }

    private JdbcClient.StatementSpec statement(String sql) {
        return database.sql(sql)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("zone", clock.getZone().getId())
                .param("rest", limits.restOfMerge());
    }
}
