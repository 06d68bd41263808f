package fr.ondine.platform.metering;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The meters of contracts in force that nobody has read for some months: a contract is read once a year at least. */
@Service
@Transactional(readOnly = true)
public class UnreadMeters {

    public static final int PAGE = 50;

    /** So many meters are looked at for one page, found or not: where nearly all are read, a page has few rows. */
    private static final int LOOKED_AT = 20_000;

    private static final UUID FIRST = new UUID(0, 0);
    private static final String LIST = """
            with looked as (
                select i.id, i.meter_id, i.service_point_id, i.installed_on
                  from meter_installation i where i.removed_on is null and i.id > :after order by i.id limit :block),
            unread as (
                select l.id, l.meter_id, l.service_point_id, a.id as agreement_id, a.number, a.customer_id
                  from looked l
                  join lateral (select h.id, h.number, h.customer_id from agreement h
                                 where h.service_point_id = l.service_point_id and h.started_on < :since
                                   and (h.ended_on is null or h.ended_on >= :today)
                                 order by h.started_on desc limit 1) a on true
                 where l.installed_on < :since
                   and not exists (select from reading r where r.meter_id = l.meter_id and r.read_on >= :since
                                                           and r.quality = 'ACTUAL')
                 order by l.id limit :limit)
            select all_looked.looked, all_looked.last, u.id, u.agreement_id, split_part(u.number, '~', 1) as number,
                   c.first_name, c.last_name, p.street, p.city, m.serial,
                   (select max(r.read_on) from reading r where r.meter_id = u.meter_id and r.quality = 'ACTUAL') as last_read
              from (select count(*) as looked, (array_agg(id order by id desc))[1] as last from looked) all_looked
              left join (unread u
                         join meter m on m.id = u.meter_id
                         join service_point s on s.id = u.service_point_id
                         join premise p on p.id = s.premise_id
                         join customer c on c.id = u.customer_id) on true
             order by u.id""";

    private final JdbcClient database;
    private final Tenants tenants;
    private final Clock clock;

    UnreadMeters(JdbcClient database, Tenants tenants, Clock clock) {
        this.database = database;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** One page; {@code after} is where the one before ended. */
    public UnreadPage list(CurrentStaff who, int months, Optional<UUID> after) {
        who.require(StaffPermission.LOOK);
        var today = LocalDate.now(clock);
        return database.sql(LIST)
                .param("today", today)
                .param("since", today.minusMonths(months))
                .param("after", after.orElse(FIRST))
                .param("block", LOOKED_AT)
                .param("limit", PAGE + 1)
                .query(this::page);
    }

    private UnreadPage page(ResultSet rows) throws SQLException {
        var unread = new ArrayList<UnreadMeter>();
        var looked = Optional.<UUID>empty();
        var last = FIRST;
        while (rows.next()) {
            if (unread.size() == PAGE) {
                return new UnreadPage(unread, Optional.of(last));
            }
            looked = rows.getInt("looked") == LOOKED_AT
                    ? Optional.of(rows.getObject("last", UUID.class))
                    : Optional.empty();
            if (rows.getObject("id") != null) {
                last = rows.getObject("id", UUID.class);
                unread.add(meter(rows));
            }
        }
        return new UnreadPage(unread, looked);
    }

    private UnreadMeter meter(ResultSet row) throws SQLException {
        return new UnreadMeter(
                new AgreementId(row.getObject("agreement_id", UUID.class)),
                tenants.current().contractNumbers().display(row.getString("number")),
                ReadPlaces.holder(row),
                row.getString("street"),
                row.getString("city"),
                row.getString("serial"),
                Optional.ofNullable(row.getObject("last_read", LocalDate.class)));
    }
}
