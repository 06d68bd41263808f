package fr.ondine.platform.imports;

import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Utilities;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A utility of its own for each test, empty, with the formats of one of the three. */
@PlatformTest
abstract class ImportTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    Imports imports;

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    TenantId tenant;

    @BeforeEach
    void provision() {
        tenant = like(Utilities.SIEGVO);
    }

    TenantId like(TenantId model) {
        var slug = "import_" + COUNT.incrementAndGet();
        return provisioning.provision(Utilities.like(model, slug));
    }

    ImportReport load(FileSet files) {
        return load(files.zip(folder));
    }

    ImportReport load(Path zip) {
        return TenantContext.callAs(tenant, () -> imports.run(zip));
    }

    <T> T one(Class<T> type, String sql) {
        return TenantContext.callAs(
                tenant,
                () -> transaction.execute(
                        status -> database.sql(sql).query(type).single()));
    }

    long count(String sql) {
        return one(Long.class, "select count(*) from " + sql);
    }
}
