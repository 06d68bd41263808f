package fr.ondine.platform.customers;

import fr.ondine.platform.network.Address;
import fr.ondine.tenantconfig.NumberFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads lists of agreements along the index of their numbers. */
@Repository
class ListedAgreements {

    private static final String LISTED = """
            select a.id, %s as printed, a.number, a.service, p.street, p.complement, p.postcode, p.city,
                   c.title, c.first_name, c.last_name, a.started_on, a.ended_on
              from agreement a
              join customer c on c.id = a.customer_id
              join service_point s on s.id = a.service_point_id
              join premise p on p.id = s.premise_id
             where\s""".formatted(PrintedNumber.SQL);

    private static final String NUMBERED = """
            a.id in (select id from agreement where split_part(number, '~', 1) = :number
                     union select agreement_id from agreement_alias where number = :number)
             order by a.number""";

    private final JdbcClient database;

    ListedAgreements(JdbcClient database) {
        this.database = database;
    }

    List<ListedAgreement> after(String mark, int limit, NumberFormat numbers) {
        return database.sql(LISTED + "a.number > :mark order by a.number limit :limit")
                .param("mark", mark)
                .param("limit", limit)
                .query((row, index) -> agreement(row, numbers))
                .list();
    }

    List<ListedAgreement> numbered(String number, NumberFormat numbers) {
        return database.sql(LISTED + NUMBERED)
                .param("number", number)
                .query((row, index) -> agreement(row, numbers))
                .list();
    }

    private static ListedAgreement agreement(ResultSet row, NumberFormat numbers) throws SQLException {
        var holder = new Holder(
                row.getString("title"),
                row.getString("first_name"),
                row.getString("last_name"),
                null,
                null,
                null,
                null);
        return new ListedAgreement(
                new AgreementId(row.getObject("id", UUID.class)),
                numbers.display(row.getString("printed")),
                Service.valueOf(row.getString("service")),
                new Address(
                        row.getString("street"),
                        row.getString("complement"),
                        row.getString("postcode"),
                        row.getString("city")),
                holder.name(),
                row.getObject("started_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("number"));
    }
}
