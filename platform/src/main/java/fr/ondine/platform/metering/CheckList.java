package fr.ondine.platform.metering;

import fr.ondine.platform.customers.AgreementId;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists the readings to check in one query, along the index of those that wait. */
@Repository
class CheckList {

    /** Older ones are billed, or will never be: the list does not go through them each time. */
    private static final int YEARS_LOOKED_AT = 2;

    private static final String LIST = """
            select d.reading_id, d.doubt, d.litres, d.usual_litres, d.confirmed_at,
                   coalesce(who.name, d.confirmed_by) as by_name,
                   r.read_on, r.register_value, r.source, r.quality, m.serial, a.id as agreement_id,
                   split_part(a.number, '~', 1) as number, c.first_name, c.last_name, p.street, p.city
              from reading_doubt d
              join reading r on r.id = d.reading_id
              join meter m on m.id = r.meter_id
              join lateral (select i.service_point_id from meter_installation i
                             where i.meter_id = r.meter_id and i.installed_on <= r.read_on
                               and (i.removed_on is null or r.read_on <= i.removed_on)
                             order by i.installed_on desc limit 1) i on true
              join service_point s on s.id = i.service_point_id
              join premise p on p.id = s.premise_id
              join lateral (select h.* from agreement h where h.service_point_id = s.id
                             order by h.started_on <= r.read_on desc, h.started_on desc limit 1) a on true
              join customer c on c.id = a.customer_id
              left join staff_member who on 'staff:' || who.id = d.confirmed_by
             where d.doubt = any(:doubts)
               and (:text = '' or a.number like :number or m.serial ilike :beginning or c.last_name ilike :beginning)
               and\s""";
    private static final String WAITING = "d.confirmed_at is null and d.read_on > :since and not exists (select from ("
            + BilledMeters.SQL.formatted("s.premise_id", "s.id")
            + ") b where (b.serial is null or b.serial = m.serial) and b.until >= r.read_on)"
            + " order by d.read_on desc, d.reading_id offset :offset limit :limit";
    private static final String CONFIRMED =
            "d.confirmed_at is not null order by d.confirmed_at desc, d.reading_id offset :offset limit :limit";
    private static final String WITHDRAWN = """
            select m.serial, w.read_on, w.register_value, w.source, w.quality, w.withdrawn_at, w.reason,
                   coalesce(who.name, '') as by_name, r.register_value as replaced_by
              from withdrawn_reading w
              join meter m on m.id = w.meter_id
              left join staff_member who on 'staff:' || who.id = w.withdrawn_by
              left join reading r on r.id = w.replaced_by
             where w.meter_id = any(:meters) order by w.withdrawn_at desc limit 50""";

    private final JdbcClient database;
    private final Tenants tenants;
    private final Clock clock;

    CheckList(JdbcClient database, Tenants tenants, Clock clock) {
        this.database = database;
        this.tenants = tenants;
        this.clock = clock;
    }

    static String sql(CheckFilter filter) {
        return LIST + (filter.isConfirmed() ? CONFIRMED : WAITING);
    }

    List<ReadingToCheck> find(CheckFilter filter, int offset, int limit) {
        var text = TypedText.words(filter.text());
        var number = NumberFormat.plain(text);
        return database.sql(sql(filter))
                .param(
                        "doubts",
                        filter.doubt().map(List::of).orElse(Arrays.asList(Doubt.values())).stream()
                                .map(Doubt::name)
                                .toArray(String[]::new))
                .param("text", text)
                .param("number", number.isEmpty() ? null : beginning(number), Types.VARCHAR)
                .param("since", LocalDate.now(clock).minusYears(YEARS_LOOKED_AT))
                .param("beginning", beginning(text))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, index) -> row(row))
                .list();
    }

    List<WithdrawnReading> withdrawn(List<MeterInstallation> meters) {
        return database.sql(WITHDRAWN)
                .param("meters", meters.stream().map(MeterInstallation::meterId).toArray(UUID[]::new))
                .query((row, number) -> new WithdrawnReading(
                        Meters.reading(row),
                        row.getString("by_name"),
                        day(row, "withdrawn_at"),
                        row.getString("reason"),
                        volume(row, "replaced_by")))
                .list();
    }

    private ReadingToCheck row(ResultSet row) throws SQLException {
        return new ReadingToCheck(
                new ReadingId(row.getObject("reading_id", UUID.class)),
                new AgreementId(row.getObject("agreement_id", UUID.class)),
                tenants.current().contractNumbers().display(row.getString("number")),
                ReadPlaces.holder(row),
                row.getString("street"),
                row.getString("city"),
                Meters.reading(row),
                Doubt.valueOf(row.getString("doubt")),
                new Volume(row.getLong("litres")),
                volume(row, "usual_litres"),
                row.getObject("confirmed_at") == null
                        ? Optional.empty()
                        : Optional.of(new Confirmation(row.getString("by_name"), day(row, "confirmed_at"))));
    }

    private static Optional<Volume> volume(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(Volume::new);
    }

    private LocalDate day(ResultSet row, String column) throws SQLException {
        return LocalDate.ofInstant(row.getObject(column, OffsetDateTime.class).toInstant(), clock.getZone());
    }

    private static String beginning(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
