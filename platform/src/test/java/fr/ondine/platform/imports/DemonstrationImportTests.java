package fr.ondine.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.demo.data.DemoData;
import fr.ondine.demo.data.DemoUtility;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.PlatformTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class DemonstrationImportTests {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    @Test
    void the_three_utilities_load_and_the_same_files_again_change_nothing() throws IOException {
        for (var utility : DemoUtility.values()) {
            var zip = folder.resolve(utility.slug() + ".zip");
            DemoData.write(utility, TODAY, zip);
            var tenant = new TenantId(utility.slug());
            var first = TenantContext.callAs(tenant, () -> imports.run(zip));
            assertThat(first.refusals()).isEmpty();
            var second = TenantContext.callAs(tenant, () -> imports.run(zip));
            assertThat(second.refusals()).isEmpty();
            assertThat(second.counts()).allMatch(count -> count.added() == 0 && count.changed() == 0);
        }
    }
}
