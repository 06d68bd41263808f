package fr.ondine.platform.oldaccounts;

import fr.ondine.platform.customers.AgreementId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a former login opens: agreements that are still the same holder's. */
@Repository
class OldContracts {

    private static final String STILL_THEIRS = """
            from old_login_agreement l
            join agreement a on a.id = l.agreement_id and a.customer_id = l.customer_id
            where l.old_login_id = :login""";

    private final JdbcClient database;

    OldContracts(JdbcClient database) {
        this.database = database;
    }

    List<AgreementId> of(UUID login) {
        return database
                .sql("select a.id " + STILL_THEIRS + " order by a.number")
                .param("login", login)
                .query(UUID.class)
                .list()
                .stream()
                .map(AgreementId::new)
                .toList();
    }

    /** Without the mark of those whose number has passed on. */
    List<String> numbers(UUID login) {
        return database.sql("select split_part(a.number, '~', 1) " + STILL_THEIRS + " order by a.number")
                .param("login", login)
                .query(String.class)
                .list();
    }
}
