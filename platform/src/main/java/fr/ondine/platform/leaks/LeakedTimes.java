package fr.ondine.platform.leaks;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Period;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Knows when more than twice the usual was used: what leaked then, or may have, is not used again. */
@Repository
public class LeakedTimes {

    private final JdbcClient database;

    LeakedTimes(JdbcClient database) {
        this.database = database;
    }

    /** Without those of which it was decided that they were no leak. */
    public List<Period> of(AgreementId agreement) {
        return database.sql("select used_from, read_on from leak_file where agreement_id = ? and state <> 'REFUSED'")
                .param(agreement.value())
                .query((row, number) -> new Period(
                        row.getObject("used_from", LocalDate.class), row.getObject("read_on", LocalDate.class)))
                .list();
    }
}
