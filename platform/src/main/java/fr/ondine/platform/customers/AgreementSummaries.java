package fr.ondine.platform.customers;

import fr.ondine.platform.identity.UserId;
import fr.ondine.tenantconfig.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the agreements that are open to a user in one query: those in force first, then by address. */
@Repository
class AgreementSummaries {

    private static final String OF_USER = """
            select a.id, %s as number, a.service, p.street, p.postcode, p.city,
                   coalesce(a.ended_on < :today, false) as ended
            from agreement a
            join service_point s on s.id = a.service_point_id
            join premise p on p.id = s.premise_id
            where %s
            order by ended, p.city, p.street, a.service desc, a.number""".formatted(PrintedNumber.SQL, CustomerLinks.OPEN_TO_USER);

    private final JdbcClient database;

    AgreementSummaries(JdbcClient database) {
        this.database = database;
    }

    List<AgreementSummary> ofUser(UserId user, LocalDate today, NumberFormat numbers) {
        return database.sql(OF_USER)
                .param("user", user.value())
                .param("today", today)
                .query((row, index) -> new AgreementSummary(
                        new AgreementId(row.getObject("id", UUID.class)),
                        numbers.display(row.getString("number")),
                        Service.valueOf(row.getString("service")),
                        row.getString("street"),
                        row.getString("postcode"),
                        row.getString("city"),
                        row.getBoolean("ended")))
                .list();
    }
}
