package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.tenancy.TenantContext;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The runs and their chunks. */
@Repository
@Transactional
class RunStore {

    private static final int CHUNK = 1000;
    /** A chunk takes a fraction of a second; who has not done it by then is dead, or comes second and does nothing. */
    private static final Duration CLAIM = Duration.ofSeconds(10);

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RunStore(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    void insert(RunId id, RunTerms terms, Perimeter perimeter, String by) {
        database.sql("""
                        insert into billing_run (id, kind, period_from, period_until, read_until, issued_on, due_on,
                            perimeter, perimeter_of, state, seen_until, created_at, created_by)
                        values (:id, :kind, :from, :until, :read, :issued, :due, :perimeter, :of, 'SIMULATING', :now, :now, :by)""")
                .param("id", id.value())
                .param("kind", terms.kind().name())
                .param("from", terms.period().from())
                .param("until", terms.period().until())
                .param("read", terms.readUntil())
                .param("issued", terms.issuedOn())
                .param("due", terms.dueOn())
                .param("perimeter", perimeter.kind().name())
                .param("of", perimeter.of().toArray(String[]::new))
                .param("now", now())
                .param("by", by)
                .update();
    }

    /** Shares the agreements that are to be billed, and are not yet, out in chunks; tells how many there are. */
    int share(Run run) {
        return database.sql("""
                        insert into billing_chunk (run_id, number, first_agreement, last_agreement)
                        select :run, number, min(id::text)::uuid, max(id::text)::uuid
                          from (select a.id, (row_number() over (order by a.id) - 1) / :size as number from %s) chunk
                         group by number""".formatted(Agreed.of(run)))
                .params(Agreed.params(run))
                .param("size", CHUNK)
                .update();
    }

    Run get(RunId id) {
        return database.sql(
                        "select id, kind, period_from, period_until, read_until, issued_on, due_on, perimeter, perimeter_of,"
                                + " state, is_paused, seen_until from billing_run where id = :id")
                .param("id", id.value())
                .query((row, number) -> run(row))
                .single();
    }

    /** A chunk of which that is not done, which nobody else has begun in the last minutes. */
    Optional<Chunk> claim(RunId run, RunState state) {
        return database.sql("""
                        update billing_chunk set claimed_until = :lapses
                         where run_id = :run and number = (
                             select number from billing_chunk
                              where run_id = :run and %s and (claimed_until is null or claimed_until < :now)
                              order by number limit 1 for update skip locked)
                        returning number, first_agreement, last_agreement""".formatted(open(state)))
                .param("run", run.value())
                .param("now", now())
                .param("lapses", now().plus(CLAIM))
                .query((row, number) ->
                        new Chunk(run, row.getInt(1), row.getObject(2, UUID.class), row.getObject(3, UUID.class)))
                .optional();
    }

    boolean isDone(RunId run, RunState state) {
        return database.sql("select not exists (select from billing_chunk where run_id = :run and " + open(state) + ")")
                .param("run", run.value())
                .query(Boolean.class)
                .single();
    }

    private static String open(RunState state) {
        return state == RunState.SIMULATING ? "simulated_at is null" : "issued_at is null";
    }

    /**
     * What was simulated may be issued from now on; false when it is not simulated, was validated before, or another run
     * is being issued: two that overlap, computed at once, would each find that nothing is billed yet.
     */
    boolean validate(RunId run, String by) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('issuing ' || current_schema(), 0))")
                .query((row, number) -> true)
                .single();
        database.sql("update billing_chunk set claimed_until = null where run_id = :id")
                .param("id", run.value())
                .update();
        return database.sql("""
                        update billing_run set state = 'ISSUING', is_paused = false, validated_at = :now, validated_by = :by
                         where id = :id and state = 'SIMULATED'
                           and not exists (select from billing_run other where other.state = 'ISSUING')""")
                        .param("id", run.value())
                        .param("now", now())
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Ends what a run was doing; another may have been first. */
    boolean end(RunId run, RunState from, RunState to) {
        var ended = database.sql("""
                        update billing_run set state = :to, is_paused = false, ended_at = case when :to = 'ISSUED' then :now end
                         where id = :id and state = :from""")
                .param("id", run.value())
                .param("from", from.name())
                .param("to", to.name())
                .param("now", now())
                .update();
        if (ended == 1 && to == RunState.ISSUED) {
            tell(run);
        }
        return true;
    }

    private void tell(RunId run) {
        events.publishEvent(new RunEnded(TenantContext.current(), run));
    }

    /** False when it does nothing by now that could be paused or go on. */
    boolean pause(RunId run, boolean isPaused) {
        return database.sql("update billing_run set is_paused = :paused"
                                + " where id = :id and state in ('SIMULATING', 'ISSUING')")
                        .param("id", run.value())
                        .param("paused", isPaused)
                        .update()
                == 1;
    }

    /** Waits for what is being issued; false when the run had ended. */
    boolean cancel(RunId run) {
        var cancelled =
                database.sql("""
                        update billing_run set state = 'CANCELLED', ended_at = :now
                         where id = :id and state not in ('ISSUED', 'CANCELLED')""").param("id", run.value()).param("now", now()).update() == 1;
        if (cancelled) {
            database.sql("delete from billing_draft where run_id = :id")
                    .param("id", run.value())
                    .update();
            tell(run);
        }
        return cancelled;
    }

    RunProgress progress(RunId run) {
        return database.sql("""
                        select state, is_paused, count(number),
                               count(number) filter (where case when state = 'SIMULATING' then simulated_at is not null
                                                                else issued_at is not null end),
                               coalesce(sum(drafts), 0), (select count(*) from billing_parked where run_id = :id and repaired_at is null),
                               coalesce(sum(issued), 0), coalesce(sum(net_amount), 0), coalesce(sum(vat_amount), 0)
                          from billing_run left join billing_chunk on run_id = id where id = :id group by id""")
                .param("id", run.value())
                .query((row, number) -> new RunProgress(
                        RunState.valueOf(row.getString(1)),
                        row.getBoolean(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        Money.euros(row.getBigDecimal(8)),
                        Money.euros(row.getBigDecimal(9))))
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Run run(ResultSet row) throws SQLException {
        var terms = new RunTerms(
                RunKind.valueOf(row.getString("kind")),
                new Period(day(row, "period_from"), day(row, "period_until")),
                day(row, "read_until"),
                day(row, "issued_on"),
                day(row, "due_on"));
        return new Run(
                new RunId(row.getObject("id", UUID.class)),
                terms,
                new Perimeter(Perimeter.Kind.valueOf(row.getString("perimeter")), texts(row.getArray("perimeter_of"))),
                RunState.valueOf(row.getString("state")),
                row.getBoolean("is_paused"),
                row.getObject("seen_until", OffsetDateTime.class).toInstant());
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
