package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Service;
import fr.ondine.tenantconfig.NumberFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** How agreement {@code a} is read for a list of contracts; {@code :today} says which are over. */
final class FoundRow {

    static final String COLUMNS = """
            a.id, split_part(a.number, '~', 1) as number, a.service, coalesce(a.ended_on < :today, false) as over,
            c.first_name, c.last_name, p.street, p.city""";

    static final String JOINS = """
            join customer c on c.id = a.customer_id
            join service_point s on s.id = a.service_point_id
            join premise p on p.id = s.premise_id""";

    private FoundRow() {}

    static FoundAgreement agreement(ResultSet row, NumberFormat numbers) throws SQLException {
        return new FoundAgreement(
                new AgreementId(row.getObject("id", UUID.class)),
                numbers.display(row.getString("number")),
                holder(row),
                Service.valueOf(row.getString("service")),
                row.getString("street"),
                row.getString("city"),
                row.getBoolean("over"));
    }

    /** "Pierre Dupont", or the name of an organisation. */
    static String holder(ResultSet row) throws SQLException {
        var first = row.getString("first_name");
        var last = row.getString("last_name");
        return first == null || first.isBlank() ? last : first + " " + last;
    }
}
