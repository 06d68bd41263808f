package fr.ondine.platform.leaks;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.documents.DocumentId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.TypedText;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.NumberFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the files of leaks, each list in one query. */
@Repository
@Transactional(readOnly = true)
class LeakReader {

    private static final String FILES = """
            select f.id, f.agreement_id, f.used_from, f.read_on, f.litres, f.mean_litres, f.is_of_zone, f.state, f.invoice_id,
                   f.notified_on, f.notice_channel, f.notice_proof, f.answer_by, f.check_asked_on, f.check_answered_on,
                   f.certificate_on, f.certificate_by, f.certificate_id, f.leak_place, f.repaired_on, f.scan, f.decided_at,
                   f.decision_reason, f.detected_at, split_part(a.number, '~', 1) as contract, c.title, c.first_name, c.last_name, p.street, p.city,
                   i.number as invoice_number,
                   coalesce(i.period_to + 1 = f.read_on, false)
                       and not exists (select from invoice_meter m where m.invoice_id = i.id) as is_by_invoice,
                   coalesce(f.first_billed_on, i.issued_on) as billed_on, coalesce(decider.name, f.decided_by) as decider
              from leak_file f
              join agreement a on a.id = f.agreement_id
              join customer c on c.id = a.customer_id
              join service_point s on s.id = a.service_point_id
              join premise p on p.id = s.premise_id
              left join invoice i on i.id = f.invoice_id
              left join staff_member decider on 'staff:' || decider.id = f.decided_by
             where\s""";

    /** What was granted within a year or so is open again where another invoice by its reading came since. */
    private static final String OPEN = "(f.state in ('DETECTED', 'AWAITING', 'RECEIVED', 'CHECKED')"
            + " or f.decided_at > now() - interval '400 days' and " + RelievableInvoices.CAME_SINCE + ")";

    /** Of who was told in time. */
    private static final String LATE = " and f.certificate_on is null and f.answer_by < :today"
            + " and (f.check_asked_on is null or f.check_answered_on < :today)"
            + " and (i.id is null or f.notified_on <= coalesce(f.first_billed_on, i.issued_on))";

    private final JdbcClient database;
    private final Tenants tenants;
    private final Clock clock;

    LeakReader(JdbcClient database, Tenants tenants, Clock clock) {
        this.database = database;
        this.tenants = tenants;
        this.clock = clock;
    }

    LeakFile get(LeakFileId id) {
        return find(id).orElseThrow(LeakRefused::unknown);
    }

    Optional<LeakFile> find(LeakFileId id) {
        return database.sql(FILES + "f.id = :id")
                .param("id", id.value())
                .query((row, number) -> file(row))
                .optional();
    }

    /** The same, or the one that it has become one with. */
    Optional<LeakFile> surviving(LeakFileId id) {
        return find(database.sql("select file_id from leak_merged where gone_id = ?")
                .param(id.value())
                .query((row, number) -> new LeakFileId(row.getObject(1, UUID.class)))
                .optional()
                .orElse(id));
    }

    List<LeakFile> all(List<LeakFileId> files) {
        return database.sql(FILES + "f.id = any(:ids)")
                .param("ids", files.stream().map(LeakFileId::value).toArray(UUID[]::new))
                .query((row, number) -> file(row))
                .list();
    }

    /** The latest first. */
    List<LeakFile> of(AgreementId agreement) {
        return database.sql(FILES + "f.agreement_id = :id order by f.read_on desc limit 20")
                .param("id", agreement.value())
                .query((row, number) -> file(row))
                .list();
    }

    /** The latest readings first. */
    List<LeakFile> page(LeakFilter filter, int offset, int limit) {
        var text = TypedText.words(filter.text());
        var number = NumberFormat.plain(text);
        var condition = filter.state().map(state -> "f.state = :state").orElse(OPEN) + (filter.isLate() ? LATE : "");
        return database.sql(
                        FILES + condition + " and (:text = '' or a.number like :number or c.last_name ilike :beginning)"
                                + " order by f.read_on desc, f.id offset :offset limit :limit")
                .param("state", filter.state().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("today", LocalDate.now(clock))
                .param("text", text)
                .param("number", number.isEmpty() ? null : beginning(number), Types.VARCHAR)
                .param("beginning", beginning(text))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, index) -> file(row))
                .list();
    }

    /** What was taken back for a file, those of invoices that another took the place of too. */
    List<GrantedCredit> credits(LeakFileId id) {
        var numbers = tenants.current().invoiceNumbers();
        return database.sql("""
                        select i.number as invoice, n.id, n.number, -n.total_amount as amount, i.total_amount as billed,
                               i.total_amount + (select sum(o.total_amount) from invoice o where o.corrects = i.id) as due,
                               exists (select from invoice o where o.corrects = i.id
                                          and not exists (select from leak_credit c where c.credit_note_id = o.id)) as is_corrected
                          from leak_credit l join invoice i on i.id = l.invoice_id join invoice n on n.id = l.credit_note_id
                         where l.file_id = :id order by n.issued_on, n.number""")
                .param("id", id.value())
                .query((row, number) -> new GrantedCredit(
                        numbers.display(row.getString("invoice")),
                        new InvoiceId(row.getObject("id", UUID.class)),
                        numbers.display(row.getString("number")),
                        Money.euros(row.getBigDecimal("amount")),
                        Money.euros(row.getBigDecimal("billed")),
                        Money.euros(row.getBigDecimal("due")),
                        !row.getBoolean("is_corrected")
                                || row.getBigDecimal("due").signum() != 0))
                .list();
    }

    List<LeakEvent> events(LeakFileId id) {
        return database.sql("""
                        select e.at, e.what, coalesce(who.name, '') as name, e.detail
                          from (select id, at, what, by, detail from leak_event where file_id = :id
                                union all
                                select id, at, what, by, detail from leak_step where file_id = :id) e
                          left join staff_member who on 'staff:' || who.id = e.by
                         order by e.at, e.id""")
                .param("id", id.value())
                .query((row, number) -> new LeakEvent(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        LeakEvent.What.valueOf(row.getString("what")),
                        row.getString("name"),
                        detail(row)))
                .list();
    }

    /** An invoice by its number as it is printed. */
    private String detail(ResultSet row) throws SQLException {
        var isOfInvoice = row.getString("what").equals(LeakEvent.What.TOLD_BY_INVOICE.name());
        return isOfInvoice
                ? tenants.current().invoiceNumbers().display(row.getString("detail"))
                : row.getString("detail");
    }

    private LeakFile file(ResultSet row) throws SQLException {
        var utility = tenants.current();
        var number = row.getString("invoice_number");
        return new LeakFile(
                new LeakFileId(row.getObject("id", UUID.class)),
                new AgreementId(row.getObject("agreement_id", UUID.class)),
                utility.contractNumbers().display(row.getString("contract")),
                holder(row),
                row.getString("street"),
                row.getString("city"),
                new Period(day(row, "used_from"), day(row, "read_on")),
                row.getBoolean("is_by_invoice"),
                new Volume(row.getLong("litres")),
                new Volume(row.getLong("mean_litres")),
                row.getBoolean("is_of_zone"),
                LeakState.valueOf(row.getString("state")),
                moment(row, "detected_at"),
                Optional.ofNullable(row.getObject("invoice_id", UUID.class)).map(InvoiceId::new),
                number == null ? "" : utility.invoiceNumbers().display(number),
                Optional.ofNullable(row.getObject("billed_on", LocalDate.class)),
                notice(row),
                check(row),
                certificate(row),
                decision(row));
    }

    private static String holder(ResultSet row) throws SQLException {
        return Stream.of(row.getString("title"), row.getString("first_name"), row.getString("last_name"))
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    private Optional<LeakNotice> notice(ResultSet row) throws SQLException {
        var on = row.getObject("notified_on", LocalDate.class);
        if (on == null) {
            return Optional.empty();
        }
        var channel = NoticeChannel.valueOf(row.getString("notice_channel"));
        var proof = Objects.requireNonNullElse(row.getString("notice_proof"), "");
        var printed = channel == NoticeChannel.INVOICE
                ? tenants.current().invoiceNumbers().display(proof)
                : proof;
        return Optional.of(new LeakNotice(on, channel, printed, day(row, "answer_by")));
    }

    private static Optional<MeterCheck> check(ResultSet row) throws SQLException {
        var answered = Optional.ofNullable(row.getObject("check_answered_on", LocalDate.class));
        return Optional.ofNullable(row.getObject("check_asked_on", LocalDate.class))
                .map(asked -> MeterCheck.of(asked, answered));
    }

    private static Optional<Certificate> certificate(ResultSet row) throws SQLException {
        var on = row.getObject("certificate_on", LocalDate.class);
        return on == null
                ? Optional.empty()
                : Optional.of(new Certificate(
                        on,
                        row.getString("certificate_by"),
                        row.getString("leak_place"),
                        day(row, "repaired_on"),
                        Optional.ofNullable(row.getObject("certificate_id", UUID.class))
                                .map(DocumentId::new),
                        Scan.valueOf(row.getString("scan"))));
    }

    private Optional<LeakDecision> decision(ResultSet row) throws SQLException {
        return row.getObject("decided_at") == null
                ? Optional.empty()
                : Optional.of(new LeakDecision(
                        moment(row, "decided_at"), row.getString("decider"), row.getString("decision_reason")));
    }

    private LocalDate moment(ResultSet row, String column) throws SQLException {
        return LocalDate.ofInstant(row.getObject(column, OffsetDateTime.class).toInstant(), clock.getZone());
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static @Nullable String beginning(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
