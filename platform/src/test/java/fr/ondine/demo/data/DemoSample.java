package fr.ondine.demo.data;

import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;

/** The well-known subscribers of the three utilities, loaded in a moment: what a test of a journey needs. */
public final class DemoSample {

    private DemoSample() {}

    /** Loads all of {@link DemoSubscribers}; loading them again changes nothing. */
    public static void load(Imports imports, LocalDate today) {
        for (var utility : DemoUtility.values()) {
            load(imports, utility, new TenantId(utility.slug()), today);
        }
    }

    /** Loads those of one utility into one that is like it. */
    public static void load(Imports imports, DemoUtility utility, TenantId tenant, LocalDate today) {
        try {
            var zip = Files.createTempFile(utility.slug(), ".zip");
            try {
                DemoData.writeFirst(utility, today, zip);
                var report = TenantContext.callAs(tenant, () -> imports.run(zip));
                if (!report.accepted()) {
                    throw new IllegalStateException(report.text());
                }
            } finally {
                Files.delete(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
