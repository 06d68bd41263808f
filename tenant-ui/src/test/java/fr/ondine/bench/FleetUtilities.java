package fr.ondine.bench;

import fr.ondine.demo.data.DemoSample;
import fr.ondine.demo.data.DemoUtility;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.tenantconfig.BundledTenants;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Utilities as many as are asked for, each like one of the three that come with the product. */
final class FleetUtilities {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final int READERS = 10;

    private FleetUtilities() {}

    static String like(int number) {
        return BundledTenants.slugs().get(number % BundledTenants.slugs().size());
    }

    /** The configuration of utility {@code slug}, which is like another but for its names. */
    static String yaml(String slug, String model) {
        return Utilities.like(new TenantId(model), slug);
    }

    /** Brings in some subscribers with their history, some of whom have an account. */
    static void people(String slug, String model, ConfigurableApplicationContext application) {
        var tenant = new TenantId(slug);
        DemoSample.load(application.getBean(Imports.class), DemoUtility.of(model), tenant, DAY);
        TenantContext.runAs(
                tenant,
                () -> application
                        .getBean(TransactionTemplate.class)
                        .executeWithoutResult(status -> accounts(application.getBean(JdbcClient.class))));
    }

    private static void accounts(JdbcClient database) {
        var rows = new Rows(database);
        database.sql("select id from agreement a where exists (select from invoice where agreement_id = a.id)"
                        + " order by number limit " + READERS)
                .query(UUID.class)
                .list()
                .forEach(agreement -> rows.link(rows.user(), new AgreementId(agreement)));
    }
}
