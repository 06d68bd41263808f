package fr.ondine.platform.imports;

import fr.ondine.platform.metering.ReadingJudge;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs the set-based statements that take the staged rows in. */
@Component
class Merge {

    private static final Script PREPARATION = Script.read("prepare.sql");
    private static final Script FACTS = Script.read("merge.sql");
    private static final List<Script> BOOKS = List.of(
            Script.read("merge-invoices.sql"),
            Script.read("merge-payments.sql"),
            Script.read("merge-refunds.sql"),
            Script.read("merge-credit-notes.sql"),
            Script.read("merge-allocations.sql"));

    /** A million meters cost no memory. */
    private static final int ROWS_AT_ONCE = 500;

    private final JdbcClient database;
    private final Clock clock;
    private final ImportLimits limits;
    private final FreshKeys keys;
    private final CreditsOfImports credits;
    private final ReadingJudge judge;

    Merge(
            JdbcClient database,
            Clock clock,
            ImportLimits limits,
            FreshKeys keys,
            CreditsOfImports credits,
            ReadingJudge judge) {
        this.database = database;
        this.clock = clock;
        this.limits = limits;
        this.keys = keys;
        this.credits = credits;
        this.judge = judge;
    }

    /** Gathers what the rules and the merges look up. */
    void prepare() {
        PREPARATION.steps().forEach(step -> database.sql(step.sql()).update());
    }

    void run(Counts counts) {
        var begun = clock.instant().atOffset(ZoneOffset.UTC);
        keys.draw();
        run(FACTS, counts);
        judge(begun); // before any account is locked
        BOOKS.forEach(script -> run(script, counts));
        credits.allocate();
    }

    private void run(Script script, Counts counts) {
        for (var step : script.steps()) {
            if (step.kind().equals("count")) {
                count(step, counts);
            } else {
                statement(step.sql()).update();
            }
        }
    }

    /** The meters whose readings are new, or say something else than before. */
    private void judge(OffsetDateTime since) {
        var read = database.sql("""
                        select distinct r.meter_id
                          from stage_reading s
                          join meter on meter.serial = s.serial
                          join reading r on r.meter_id = meter.id and r.read_on = s.read_on and r.source = s.source
                         where r.recorded_at >= :since
                        union select meter_id from withdrawn_reading where withdrawn_at >= :since""").withFetchSize(ROWS_AT_ONCE).param("since", since);
        try (var meters = read.query(UUID.class).stream()) {
            judge.judge(meters.iterator());
        }
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
