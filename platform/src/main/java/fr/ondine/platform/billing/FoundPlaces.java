package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.metering.Occupancy;
import fr.ondine.platform.network.ServicePointId;
import fr.ondine.platform.tariffs.ServiceTraits;
import fr.ondine.tenantconfig.NumberFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what of a contract a tariff is tried with. */
@Repository
class FoundPlaces {

    private static final String SELECT = "select " + FoundRow.COLUMNS + """
            , a.service_point_id, a.started_on, a.ended_on, s.dwellings,
                   (select m.diameter_mm from service_point w
                      join meter_installation i on i.service_point_id = w.id join meter m on m.id = i.meter_id
                     where w.premise_id = s.premise_id and (w.id = s.id or s.service = 'SEWERAGE' and w.service = 'WATER')
                     order by w.id = s.id desc, i.installed_on desc limit 1) as diameter_mm
              from agreement a\s""" + FoundRow.JOINS + " where a.id = :id";

    private final JdbcClient database;

    FoundPlaces(JdbcClient database) {
        this.database = database;
    }

    record Place(FoundAgreement agreement, Occupancy occupancy, ServiceTraits traits) {}

    Optional<Place> find(AgreementId agreement, NumberFormat numbers, LocalDate today) {
        return database.sql(SELECT)
                .param("today", today)
                .param("id", agreement.value())
                .query((row, index) -> place(row, numbers))
                .optional();
    }

    private static Place place(ResultSet row, NumberFormat numbers) throws SQLException {
        return new Place(
                FoundRow.agreement(row, numbers),
                new Occupancy(
                        new ServicePointId(row.getObject("service_point_id", UUID.class)),
                        row.getObject("started_on", LocalDate.class),
                        row.getObject("ended_on", LocalDate.class)),
                new ServiceTraits(row.getInt("diameter_mm"), row.getInt("dwellings")));
    }
}
