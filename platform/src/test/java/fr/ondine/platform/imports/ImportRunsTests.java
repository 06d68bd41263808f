package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.FileSet.aHousehold;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.tenancy.TenantContext;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is remembered of an import whose process dies right after its transaction. */
class ImportRunsTests extends ImportTest {

    @Autowired
    ImportRuns runs;

    @Autowired
    ImportLoad load;

    @Test
    void data_that_are_in_are_known_to_be_in() {
        loadAndDie(aHousehold().with("extraction.csv", "date\n2026-03-01\n"));

        assertThat(one(String.class, "select state || ' ' || known_on from import_run"))
                .isEqualTo("DONE 2026-03-01");
        assertThat(count("invoice")).isEqualTo(2);
    }

    @Test
    void what_was_refused_is_not() {
        loadAndDie(aHousehold().replacing("factures.csv", "116,50", "116,51"));

        assertThat(count("import_run where state = 'DONE'")).isZero();
        assertThat(count("invoice")).isZero();
    }

    private void loadAndDie(FileSet files) {
        var zip = files.zip(folder);
        TenantContext.runAs(tenant, () -> {
            UUID run = runs.begin(zip, new byte[32]);
            load.load(run, zip);
        });
    }
}
