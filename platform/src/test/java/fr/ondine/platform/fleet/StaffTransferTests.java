package fr.ondine.platform.fleet;

import static fr.ondine.platform.fleet.TransferScene.ANNE;
import static fr.ondine.platform.fleet.TransferScene.PASSPHRASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.staff.StaffSignIn;
import fr.ondine.platform.staff.StaffSignInRefused;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.AnotherPlatform;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.TestStaff;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Those who work at a utility find their door where it arrives, with the password, application and codes they have. */
@PlatformTest
class StaffTransferTests {

    @Autowired
    BeanFactory beans;

    @Autowired
    Fleet fleet;

    @Autowired
    UtilityExport exports;

    @Autowired
    Imports imports;

    @TempDir
    Path folder;

    @Test
    void staff_come_in_on_the_other_platform_with_what_they_have() {
        var tenant = TransferScene.prepare(fleet, imports).tenant();
        var anne = new TestStaff(beans, tenant).administrator();
        var file = folder.resolve("export.zip");

        exports.run(tenant.slug(), file, PASSPHRASE, ANNE, TransferProgress.SILENT);
        var order = new ImportOrder(file, PASSPHRASE, "", List.of(), false, ANNE);
        AnotherPlatform.bean(UtilityImport.class).run(order, TransferProgress.SILENT);

        var code = anne.factor().codeAt(Instant.now());
        assertThat(signIn(tenant, anne, code).role()).isEqualTo(StaffRole.ADMINISTRATOR);
        var paper = anne.recoveryCodes().getFirst();
        assertThat(signIn(tenant, anne, paper).email()).isEqualTo(anne.email());
        assertThatThrownBy(() -> signIn(tenant, anne, paper)).isInstanceOf(StaffSignInRefused.class);
    }

    private static CurrentStaff signIn(TenantId tenant, TestStaff.Known who, String code) {
        var door = AnotherPlatform.bean(StaffSignIn.class);
        return TenantContext.callAs(
                tenant, () -> door.code(door.password(who.email(), TestStaff.PASSWORD, "192.0.2.1"), code));
    }
}
