package fr.ondine.platform.fleet;

import static fr.ondine.platform.fleet.TransferScene.ANNE;
import static fr.ondine.platform.fleet.TransferScene.PASSPHRASE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.payments.CardPayments;
import fr.ondine.platform.staff.Team;
import fr.ondine.platform.tenancy.Serving;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.TestStaff;
import fr.ondine.testing.Utilities;
import fr.ondine.testing.services.Services;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A copy that is looked at beside its original tells nobody anything and charges nobody. */
@PlatformTest
class QuietUtilityTests {

    @Autowired
    Fleet fleet;

    @Autowired
    FleetDirectory directory;

    @Autowired
    UtilityExport exports;

    @Autowired
    UtilityImport arrivals;

    @Autowired
    Team team;

    @Autowired
    CardPayments payments;

    @Autowired
    Tenants tenants;

    @TempDir
    Path folder;

    @Test
    void its_portal_is_open_and_no_mail_leaves_it_however_long_it_waits() {
        var original = new TenantId("q" + UUID.randomUUID().toString().substring(0, 8));
        fleet.add(TransferScene.yaml(original.slug()), ANNE);
        var file = folder.resolve("export.zip");
        exports.run(original.slug(), file, PASSPHRASE, ANNE, TransferProgress.SILENT);
        var copy = new TenantId("avant_" + original.slug());
        var hosts = List.of("avant-" + original.slug() + ".localhost");

        arrivals.run(new ImportOrder(file, PASSPHRASE, copy.slug(), hosts, false, true, ANNE), TransferProgress.SILENT);

        assertThat(tenants.serving(copy)).isEqualTo(Serving.OPEN);
        assertThat(directory.acts(copy.slug(), 9))
                .extracting(AuditedAct::action)
                .contains("quiet");
        var there = TestStaff.freshEmail();
        var here = TestStaff.freshEmail();
        invite(copy, there); // earlier than at the original, and its turn would come first
        invite(original, here);
        CaughtMails.shared().await(here.value());
        assertThat(CaughtMails.shared().to(there.value())).isEmpty();
        assertThat(platform("select count(*) from platform.scheduled_tasks where tenant = '" + copy.slug()
                                + "' and task_name = 'send-mail' and not picked and consecutive_failures is null")
                        .query(Long.class)
                        .single())
                .as("nobody tried")
                .isOne();
    }

    @Test
    void nobody_is_charged_there() {
        assertThat(isOffered()).isTrue();
        platform("update platform.tenant set quiet = true where slug = 'siegvo'")
                .update();
        tenants.refresh();
        try {
            assertThat(isOffered()).isFalse();
        } finally {
            platform("update platform.tenant set quiet = false where slug = 'siegvo'")
                    .update();
            tenants.refresh();
        }
    }

    private boolean isOffered() {
        return TenantContext.callAs(Utilities.SIEGVO, payments::isOffered);
    }

    private void invite(TenantId tenant, EmailAddress email) {
        TenantContext.runAs(tenant, () -> team.inviteAdministrator("operator:test", email, "Anne Martin"));
    }

    private static JdbcClient.StatementSpec platform(String sql) {
        var platform = Services.shared().database();
        return JdbcClient.create(
                        new DriverManagerDataSource(platform.url(), platform.ownerUsername(), platform.ownerPassword()))
                .sql(sql);
    }
}
