package fr.ondine.platform.reminders;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.ReminderStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists and counts the letters of a batch: one query each. */
@Repository
class BatchLetters {

    private static final String ROWS = """
            select l.id, l.agreement_id, l.step, l.state, l.reason, l.dropped_for, l.amount, l.oldest_due, l.by_mail, l.by_paper,
                   l.returned_at, split_part(a.number, '~', 1) as number,
                   concat_ws(' ', nullif(c.first_name, ''), c.last_name) as holder
              from (select * from reminder_letter where batch_id = :batch and state = any(:states)
                     order by id offset :offset limit :limit) l
              join agreement a on a.id = l.agreement_id join customer c on c.id = a.customer_id order by l.id""";

    private static final String COUNTS = """
            select state, step, by_mail, by_paper, returned_at is not null as returned,
                   case when state in ('KEPT', 'DROPPED') then coalesce(dropped_for, reason) end as reason,
                   count(*) as count, sum(amount) as amount
              from reminder_letter where batch_id = :batch
             group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6""";

    private static final String ON_PAPER =
            " from reminder_letter where batch_id = :batch and by_paper and sent_on is not null";

    private final JdbcClient database;
    private final Tenants tenants;

    BatchLetters(JdbcClient database, Tenants tenants) {
        this.database = database;
        this.tenants = tenants;
    }

    List<BatchCount> counts(BatchId batch) {
        return database.sql(COUNTS)
                .param("batch", batch.value())
                .query((row, number) -> new BatchCount(
                        LetterState.valueOf(row.getString("state")),
                        step(row),
                        row.getBoolean("by_mail"),
                        row.getBoolean("by_paper"),
                        row.getBoolean("returned"),
                        row.getString("reason"),
                        row.getInt("count"),
                        Money.euros(row.getBigDecimal("amount"))))
                .list();
    }

    List<BatchLetter> list(BatchId batch, LetterFilter filter, int offset, int limit) {
        return database.sql(ROWS)
                .param("batch", batch.value())
                .param("states", filter.states().stream().map(Enum::name).toArray(String[]::new))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> letter(row))
                .list();
    }

    /**
     * On paper, in the order in which they are printed. One that is taken back since keeps its place, so that no other moves
     * to a part that was printed before.
     */
    List<LetterId> printed(BatchId batch, int offset, int limit) {
        return database.sql("select id from (select id, state" + ON_PAPER
                        + " order by id offset :offset limit :limit) part" + " where state = 'SENT' order by id")
                .param("batch", batch.value())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> new LetterId(row.getObject("id", UUID.class)))
                .list();
    }

    /** How many places that are. */
    int places(BatchId batch) {
        return database.sql("select count(*)" + ON_PAPER)
                .param("batch", batch.value())
                .query(Integer.class)
                .single();
    }

    private BatchLetter letter(ResultSet row) throws SQLException {
        return new BatchLetter(
                new LetterId(row.getObject("id", UUID.class)),
                new AgreementId(row.getObject("agreement_id", UUID.class)),
                tenants.current().contractNumbers().display(row.getString("number")),
                row.getString("holder"),
                step(row),
                LetterState.valueOf(row.getString("state")),
                reason(row),
                Money.euros(row.getBigDecimal("amount")),
                row.getObject("oldest_due", LocalDate.class),
                row.getBoolean("by_mail"),
                row.getBoolean("by_paper"),
                row.getObject("returned_at") != null);
    }

    private static @Nullable String reason(ResultSet row) throws SQLException {
        var dropped = row.getString("dropped_for");
        return dropped == null ? row.getString("reason") : dropped;
    }

    private static @Nullable ReminderStep step(ResultSet row) throws SQLException {
        var step = row.getString("step");
        return step == null ? null : ReminderStep.valueOf(step);
    }
}
