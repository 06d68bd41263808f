package fr.ondine.platform.billing;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who took what goes by post last, as the audit trail says it. */
@Repository
class TakenPosts {

    static final String ACTION = "invoices.taken-to-post";

    private final JdbcClient database;

    TakenPosts(JdbcClient database) {
        this.database = database;
    }

    /** By what was taken; nothing of what nobody took. */
    Map<String, PostTaken> last(Collection<String> subjects) {
        var taken = new HashMap<String, PostTaken>();
        database.sql("""
                        select distinct on (e.subject) e.subject, e.occurred_at, e.detail, coalesce(s.name, e.actor) as by_name
                          from audit_entry e left join staff_member s on 'staff:' || s.id = e.actor
                         where e.subject = any(:subjects) and e.action = :action
                         order by e.subject, e.occurred_at desc""")
                .param("subjects", subjects.toArray(String[]::new))
                .param("action", ACTION)
                .query(row -> {
                    taken.put(
                            row.getString("subject"),
                            new PostTaken(
                                    row.getObject("occurred_at", OffsetDateTime.class)
                                            .toInstant(),
                                    row.getString("by_name"),
                                    many(row.getString("detail"))));
                });
        return taken;
    }

    /** The details of the trail are kept for a time only. */
    private static long many(@Nullable String detail) {
        return detail == null ? Long.MAX_VALUE : Long.parseLong(detail);
    }
}
