package fr.ondine.platform.customers;

import fr.ondine.platform.identity.UserId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the accounts of the portal that an agreement is linked to. */
@Repository
class LinkedAccounts {

    private static final String LINKED = """
            select distinct u.id, u.email
              from agreement a
              join customer_link l on l.customer_id = a.customer_id
                                  and (l.agreement_id is null or l.agreement_id = a.id)
              join user_account u on u.id = l.user_id and u.state = 'ACTIVE'
             where a.id = :agreement order by u.email""";

    private final JdbcClient database;

    LinkedAccounts(JdbcClient database) {
        this.database = database;
    }

    List<SeenAccount> of(AgreementId agreement) {
        return database.sql(LINKED)
                .param("agreement", agreement.value())
                .query((row, number) ->
                        new SeenAccount(new UserId(row.getObject("id", UUID.class)), row.getString("email")))
                .list();
    }
}
