package fr.ondine.platform.documents;

import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much room the bound utility takes, in its schema and in its documents, and whether there is more for it. */
@Service
public class Storage {

    private static final long MEGABYTE = 1_000_000;
    private static final String USED = """
            select (select coalesce(sum(pg_total_relation_size(c.oid)), 0) from pg_class c
                     where c.relnamespace = cast(current_schema() as regnamespace) and c.relkind in ('r', 'm'))
                 + (select coalesce(sum(size_bytes), 0) from document)
            """;

    private final JdbcClient database;
    private final Tenants tenants;

    Storage(JdbcClient database, Tenants tenants) {
        this.database = database;
        this.tenants = tenants;
    }

    /** Refuses by {@link StorageFull} before anything large is brought in. */
    @Transactional(readOnly = true)
    public void refuseWhenFull() {
        var limit = tenants.limits(TenantContext.current()).storageMegabytes();
        var used = used() / MEGABYTE;
        if (used >= limit) {
            throw new StorageFull(used, limit);
        }
    }

    /** How many bytes that is now. */
    @Transactional(readOnly = true)
    public long used() {
        return database.sql(USED).query(Long.class).single();
    }
}
