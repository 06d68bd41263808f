package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Service;
import fr.ondine.platform.metering.Occupancy;
import fr.ondine.platform.network.ServicePointId;
import fr.ondine.platform.tariffs.ServiceTraits;
import fr.ondine.tenantconfig.NumberFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks for contracts by number or holder, among all of the bound utility. */
@Repository
class AgreementSearch {

    private static final String SELECT = """
            select a.id, split_part(a.number, '~', 1) as number, a.service, a.service_point_id, a.started_on, a.ended_on,
                   c.first_name, c.last_name, p.street, p.city, s.dwellings, coalesce(a.ended_on < :today, false) as over,
                   (select m.diameter_mm from service_point w
                      join meter_installation i on i.service_point_id = w.id join meter m on m.id = i.meter_id
                     where w.premise_id = s.premise_id and (w.id = s.id or s.service = 'SEWERAGE' and w.service = 'WATER')
                     order by w.id = s.id desc, i.installed_on desc limit 1) as diameter_mm
              from agreement a
              join customer c on c.id = a.customer_id
              join service_point s on s.id = a.service_point_id
              join premise p on p.id = s.premise_id
             where\s""";

    private final JdbcClient database;

    AgreementSearch(JdbcClient database) {
        this.database = database;
    }

    record Place(FoundAgreement agreement, Occupancy occupancy, ServiceTraits traits) {}

    List<FoundAgreement> find(
            String number, String name, NumberFormat numbers, LocalDate today, int offset, int limit) {
        return database
                .sql(SELECT + "a.number like :number or lower(c.last_name) like lower(:name)"
                        + " or a.id in (select agreement_id from agreement_alias where number like :number)"
                        + " order by over, lower(c.last_name), a.number offset :offset limit :limit")
                .param("today", today)
                .param("number", beginning(number))
                .param("name", beginning(name))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, index) -> place(row, numbers))
                .list()
                .stream()
                .map(Place::agreement)
                .toList();
    }

    Optional<Place> find(AgreementId agreement, NumberFormat numbers, LocalDate today) {
        return database.sql(SELECT + "a.id = :id")
                .param("today", today)
                .param("id", agreement.value())
                .query((row, index) -> place(row, numbers))
                .optional();
    }

    private static String beginning(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static Place place(ResultSet row, NumberFormat numbers) throws SQLException {
        var holder = Stream.of(
                        Optional.ofNullable(row.getString("first_name")), Optional.of(row.getString("last_name")))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return new Place(
                new FoundAgreement(
                        new AgreementId(row.getObject("id", UUID.class)),
                        numbers.display(row.getString("number")),
                        holder,
                        Service.valueOf(row.getString("service")),
                        row.getString("street"),
                        row.getString("city"),
                        row.getBoolean("over")),
                new Occupancy(
                        new ServicePointId(row.getObject("service_point_id", UUID.class)),
                        row.getObject("started_on", LocalDate.class),
                        row.getObject("ended_on", LocalDate.class)),
                new ServiceTraits(row.getInt("diameter_mm"), row.getInt("dwellings")));
    }
}
