package fr.ondine.platform.staff;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.tenancy.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who did what at the bound utility, for its administrators to look at; nothing here changes any of it. */
@Service
@Transactional(readOnly = true)
public class AuditDesk {

    /** So many on a page. */
    public static final int PAGE = 50;

    /** So many at once where all are taken away. */
    public static final int PORTION = 1000;

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9000, 1, 1);
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    /** What is printed of them is looked up for the rows of the page alone, each by its id. */
    private static final String FIND = """
            select e.id, e.occurred_at, e.actor, coalesce(m.name, p.name) as name, e.action, e.subject, e.detail,
                   coalesce(s.name, c.name) as known, a.number as contract, i.number as invoice
              from (
              select e.* from audit_entry e
               where e.occurred_at >= :from and e.occurred_at < :until
                 and (e.occurred_at, e.id) < (:markedAt, :marked)
                 and (:person = '' or e.actor = :person or e.actor in (
                          select 'staff:' || s.id from staff_member s
                           where lower(s.email) = :person or lower(s.name) like '%' || :pattern || '%'
                          union all select 'user:' || u.id from user_account u where lower(u.email) = :person))
                 and (:subject = '' or e.subject = :subject or e.subject in (
                          select 'agreement:' || a.id from agreement a where a.number = :contract
                          union all select 'leak:' || l.id from leak_file l join agreement a on a.id = l.agreement_id
                           where a.number = :contract
                          union all select 'plan:' || p.id from instalment_plan p join agreement a on a.id = p.agreement_id
                           where a.number = :contract
                          union all select 'delegation:' || d.id from delegation d join agreement a on a.id = d.agreement_id
                           where a.number = :contract
                          union all select 'delegation:' || a.id from agreement a where a.number = :contract
                          union all select 'invoice:' || i.id from invoice i where i.number = :subject
                          union all select 'staff:' || s.id from staff_member s where lower(s.email) = lower(:subject)
                          union all select 'user:' || u.id from user_account u where lower(u.email) = lower(:subject)))
                 and (:anyKind or split_part(e.action, '.', 1) in (:kinds))
               order by e.occurred_at desc, e.id desc limit :most) e
              left join staff_member m on m.id = case when e.actor ~ :staff then substr(e.actor, 7)::uuid end
              left join staff_member s on s.id = case when e.subject ~ :staff then substr(e.subject, 7)::uuid end
              left join provider_client p on p.id = case when e.actor ~ :client then substr(e.actor, 8)::uuid end
              left join provider_client c on c.id = case when e.subject ~ :client then substr(e.subject, 8)::uuid end
              left join leak_file l on l.id = case when e.subject ~ :leak then substr(e.subject, 6)::uuid end
              left join instalment_plan y on y.id = case when e.subject ~ :plan then substr(e.subject, 6)::uuid end
              left join delegation d on d.id = case when e.subject ~ :delegation then substr(e.subject, 12)::uuid end
              left join agreement a on a.id = coalesce(l.agreement_id, y.agreement_id, d.agreement_id,
                        case when e.subject ~ :agreement then substr(e.subject, 11)::uuid
                             when e.subject ~ :delegation then substr(e.subject, 12)::uuid end)
              left join invoice i on i.id = case when e.subject ~ :invoice then substr(e.subject, 9)::uuid end
             order by e.occurred_at desc, e.id desc""";

    private static final String ID = ":[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";

    private final JdbcClient database;
    private final AuditTrail audit;
    private final Tenants tenants;
    private final Clock clock;

    AuditDesk(JdbcClient database, AuditTrail audit, Tenants tenants, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** One page, the newest first; {@code from} is where the one before ended. */
    public AuditPage find(CurrentStaff who, AuditFilter filter, Optional<AuditMark> from) {
        who.require(StaffPermission.READ_AUDIT);
        return find(filter, from, PAGE);
    }

    /** One portion of all that is taken away. */
    public AuditPage portion(CurrentStaff who, AuditFilter filter, Optional<AuditMark> from) {
        who.require(StaffPermission.READ_AUDIT);
        return find(filter, from, PORTION);
    }

    /** Writes down that somebody takes it away, and what was looked for. */
    @Transactional
    public void exported(CurrentStaff who, AuditFilter filter) {
        who.require(StaffPermission.READ_AUDIT);
        var kind = filter.kind().map(Enum::name).orElse("");
        audit.record(
                who.actor(),
                "audit.exported",
                "audit",
                (day(filter.from()) + " " + day(filter.to()) + " " + kind).strip());
    }

    private AuditPage find(AuditFilter filter, Optional<AuditMark> from, int most) {
        var person = filter.person().strip().toLowerCase(Locale.ROOT);
        var subject = filter.subject().strip();
        var rows = database.sql(FIND)
                .param("from", start(filter.from().orElse(FIRST_DAY)))
                .param("until", start(filter.to().map(day -> day.plusDays(1)).orElse(LAST_DAY)))
                .param(
                        "markedAt",
                        from.map(AuditMark::at).map(AuditDesk::moment).orElse(start(LAST_DAY)))
                .param("marked", from.map(AuditMark::entry).orElse(AFTER_ALL))
                .param("person", person)
                .param("pattern", person.replaceAll("[\\\\%_]", "\\\\$0"))
                .param("subject", subject)
                .param(
                        "contract",
                        tenants.current().contractNumbers().normalise(subject).orElse(subject))
                .param("anyKind", filter.kind().isEmpty())
                .param("kinds", filter.kind().map(AuditKind::beginnings).orElse(List.of("")))
                .param("most", most + 1)
                .param("staff", "^staff" + ID)
                .param("client", "^client" + ID)
                .param("agreement", "^agreement" + ID)
                .param("invoice", "^invoice" + ID)
                .param("leak", "^leak" + ID)
                .param("plan", "^plan" + ID)
                .param("delegation", "^delegation" + ID)
                .query(this::entry)
                .list();
        return rows.size() > most
                ? new AuditPage(
                        rows.subList(0, most), Optional.of(rows.get(most - 1).mark()))
                : new AuditPage(rows, Optional.empty());
    }

    private AuditedEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditedEntry(
                row.getObject("id", UUID.class),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                Optional.ofNullable(row.getString("name")),
                row.getString("action"),
                row.getString("subject"),
                about(row),
                Objects.requireNonNullElse(row.getString("detail"), ""));
    }

    private Optional<String> about(ResultSet row) throws SQLException {
        var utility = tenants.current();
        var contract = row.getString("contract");
        var invoice = row.getString("invoice");
        return Optional.ofNullable(row.getString("known"))
                .or(() -> Optional.ofNullable(contract).map(utility.contractNumbers()::display))
                .or(() -> Optional.ofNullable(invoice).map(utility.invoiceNumbers()::display));
    }

    private OffsetDateTime start(LocalDate day) {
        return moment(day.atStartOfDay(clock.getZone()).toInstant());
    }

    private static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }
}
