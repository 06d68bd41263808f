package fr.ondine.platform.billing;

import fr.ondine.tenantconfig.TenantConfig;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks for contracts by the beginning of whatever they are known by, all of it in one query. */
@Repository
class SearchRows {

    private static final String FOUND = "with found as (" + SearchSource.all() + ") select f.by, f.detail, f.is_exact, "
            + FoundRow.COLUMNS + " from found f join agreement a on a.id = f.agreement_id " + FoundRow.JOINS
            + " order by lower(c.last_name), c.first_name, a.number";

    private final JdbcClient database;

    SearchRows(JdbcClient database) {
        this.database = database;
    }

    /** At most {@code limit} of each thing that they are known by. */
    List<Found> find(TypedSearch typed, TenantConfig utility, LocalDate today, int limit) {
        return database.sql(FOUND)
                .param("number", typed.number())
                .param("small", typed.small())
                .param("words", typed.words())
                .param("turned", typed.turned())
                .param("today", today)
                .param("limit", limit)
                .query((row, index) -> found(row, utility))
                .list();
    }

    private static Found found(ResultSet row, TenantConfig utility) throws SQLException {
        var by = FoundBy.valueOf(row.getString("by"));
        var detail = row.getString("detail");
        return new Found(
                by,
                FoundRow.agreement(row, utility.contractNumbers()),
                switch (by) {
                    case CONTRACT -> utility.contractNumbers().display(detail);
                    case INVOICE -> utility.invoiceNumbers().display(detail);
                    case METER, EMAIL, HOLDER, ADDRESS -> detail;
                },
                row.getBoolean("is_exact"));
    }
}
