package fr.ondine.platform.customers;

import fr.ondine.platform.identity.UserId;
import fr.ondine.tenantconfig.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the agreements of a user in one query: their own, those in force first, then by address. */
@Repository
class AgreementSummaries {

    private static final String SUMMARIES = """
            select a.id, %s as number, a.service, p.street, p.postcode, p.city,
                   coalesce(a.ended_on < :today, false) as ended,
                   %s as access
            from agreement a
            join service_point s on s.id = a.service_point_id
            join premise p on p.id = s.premise_id
            where %s
            order by access, ended, p.city, p.street, a.service desc, a.number""";

    private static final String HELD = SUMMARIES.formatted(PrintedNumber.SQL, "'HOLDS'", CustomerLinks.OPEN_TO_USER);
    private static final String SEEN =
            SUMMARIES.formatted(PrintedNumber.SQL, SharedAgreements.ACCESS, SharedAgreements.SEEN_BY_USER);

    private final JdbcClient database;

    AgreementSummaries(JdbcClient database) {
        this.database = database;
    }

    List<AgreementSummary> heldBy(UserId user, LocalDate today, NumberFormat numbers) {
        return read(HELD, user, today, numbers);
    }

    List<AgreementSummary> seenBy(UserId user, LocalDate today, NumberFormat numbers) {
        return read(SEEN, user, today, numbers);
    }

    private List<AgreementSummary> read(String sql, UserId user, LocalDate today, NumberFormat numbers) {
        return database.sql(sql)
                .param("user", user.value())
                .param("today", today)
                .query((row, index) -> new AgreementSummary(
                        new AgreementId(row.getObject("id", UUID.class)),
                        numbers.display(row.getString("number")),
                        Service.valueOf(row.getString("service")),
                        row.getString("street"),
                        row.getString("postcode"),
                        row.getString("city"),
                        row.getBoolean("ended"),
                        Access.valueOf(row.getString("access"))))
                .list();
    }
}
