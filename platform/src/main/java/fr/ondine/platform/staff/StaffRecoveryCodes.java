package fr.ondine.platform.staff;

import fr.ondine.platform.factors.RecoveryCode;
import fr.ondine.platform.tenancy.Vault;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands once for the application that was lost; only keyed digests are kept. */
@Component
class StaffRecoveryCodes {

    private final JdbcClient database;
    private final Vault vault;

    StaffRecoveryCodes(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** New codes in the place of all earlier ones. */
    List<String> renew(UUID staff) {
        database.sql("delete from staff_recovery_code where staff_id = ?")
                .param(staff)
                .update();
        var codes = RecoveryCode.fresh();
        codes.forEach(code -> database.sql("insert into staff_recovery_code values (?, ?)")
                .params(staff, mac(staff, code))
                .update());
        return codes.stream().map(RecoveryCode::written).toList();
    }

    /** Uses a code up; of two who try at the same moment one gets it. */
    boolean use(UUID staff, String typed) {
        return database.sql("delete from staff_recovery_code where staff_id = ? and mac = ?")
                        .params(staff, mac(staff, new RecoveryCode(typed)))
                        .update()
                == 1;
    }

    private String mac(UUID staff, RecoveryCode code) {
        return vault.mac("staff-recovery", staff + ":" + code.signs());
    }
}
