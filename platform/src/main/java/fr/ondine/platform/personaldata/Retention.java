package fr.ondine.platform.personaldata;

import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes what the bound utility has kept long enough, and reports it. */
@Service
public class Retention {

    public static final int PAGE = 50;

    private static final int PORTION = 1000;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Tenants tenants;
    private final Clock clock;

    Retention(JdbcClient database, TransactionTemplate transaction, Tenants tenants, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** What was removed, the latest first; the first page is 0. */
    public RemovedPage report(CurrentStaff who, int page) {
        who.require(StaffPermission.CONFIGURE);
        var found = transaction.execute(status -> read(page));
        return new RemovedPage(found.stream().limit(PAGE).toList(), found.size() > PAGE);
    }

    /** All that is over by now, rule by rule; what fails is tried again the next day. */
    void remove() {
        var rules = tenants.current().retention();
        for (var rule : RetentionRule.values()) {
            var before = clock.instant().atOffset(ZoneOffset.UTC).minus(rule.kept(rules));
            var report = UUID.randomUUID();
            rule.removals().forEach(removal -> remove(report, rule, removal, before));
        }
    }

    /** Each portion with its line of the report: a process that dies in between has told of what is gone. */
    private void remove(UUID report, RetentionRule rule, String removal, OffsetDateTime before) {
        var removed = PORTION;
        while (removed == PORTION) {
            removed = transaction.execute(status -> {
                var rows = portion(removal, before);
                if (rows > 0) {
                    tell(report, rule, before, rows);
                }
                return rows;
            });
        }
    }

    private int portion(String removal, OffsetDateTime before) {
        return database.sql(removal)
                .param("before", before)
                .param("portion", PORTION)
                .update();
    }

    private void tell(UUID report, RetentionRule rule, OffsetDateTime before, int rows) {
        database.sql("""
                        insert into retention_report (id, rule, before, removed, ended_at)
                        values (:id, :rule, :before, :removed, :now)
                        on conflict (id) do update set
                            removed = retention_report.removed + excluded.removed, ended_at = excluded.ended_at
                        """)
                .param("id", report)
                .param("rule", rule.name())
                .param("before", before)
                .param("removed", rows)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What a later release removes by rules of its own is told by that one. */
    private List<Removed> read(int page) {
        return database.sql("""
                        select rule, before, removed, ended_at from retention_report where rule = any (:known)
                        order by ended_at desc, id limit :limit offset :offset
                        """)
                .param(
                        "known",
                        Arrays.stream(RetentionRule.values()).map(Enum::name).toArray(String[]::new))
                .param("limit", PAGE + 1)
                .param("offset", page * PAGE)
                .query((row, number) -> new Removed(
                        RetentionRule.valueOf(row.getString("rule")),
                        instant(row.getObject("before", OffsetDateTime.class)),
                        row.getLong("removed"),
                        instant(row.getObject("ended_at", OffsetDateTime.class))))
                .list();
    }

    private static Instant instant(OffsetDateTime moment) {
        return moment.toInstant();
    }
}
