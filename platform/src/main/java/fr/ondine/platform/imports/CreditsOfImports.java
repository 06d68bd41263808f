package fr.ondine.platform.imports;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.receivables.Allocation;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Has the credit that a file leaves set against the oldest invoices, a thousand agreements at once. */
@Component
class CreditsOfImports {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient database;
    private final Allocation allocation;

    CreditsOfImports(JdbcClient database, Allocation allocation) {
        this.database = database;
        this.allocation = allocation;
    }

    /** Of those that the merge has found. */
    void allocate() {
        var done = 0;
        for (var some = after(done); !some.isEmpty(); some = after(done)) {
            allocation.settle(some);
            done += some.size();
        }
    }

    private List<AgreementId> after(int place) {
        return database
                .sql("select agreement_id from credited where place > :place order by place limit :limit")
                .param("place", place)
                .param("limit", AT_ONCE)
                .query(UUID.class)
                .list()
                .stream()
                .map(AgreementId::new)
                .toList();
    }
}
