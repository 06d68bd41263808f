package fr.ondine.platform.operators;

import fr.ondine.platform.factors.RecoveryCode;
import fr.ondine.platform.tenancy.PlatformVault;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ten codes to keep on paper, each of which stands once for the application that was lost. */
@Component
class RecoveryCodes {

    private final JdbcClient database;
    private final PlatformVault vault;

    RecoveryCodes(JdbcClient database, PlatformVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** New codes in the place of all earlier ones; only keyed digests of them are kept. */
    List<String> renew(UUID operator) {
        database.sql("delete from platform.operator_recovery_code where operator_id = ?")
                .param(operator)
                .update();
        var codes = RecoveryCode.fresh().stream().map(RecoveryCode::written).toList();
        codes.forEach(code -> database.sql("insert into platform.operator_recovery_code values (?, ?)")
                .params(operator, mac(operator, code))
                .update());
        return codes;
    }

    /** Uses a code up; of two who try at the same moment one gets it. */
    boolean use(UUID operator, String code) {
        return database.sql("delete from platform.operator_recovery_code where operator_id = ? and mac = ?")
                        .params(operator, mac(operator, code))
                        .update()
                == 1;
    }

    private String mac(UUID operator, String code) {
        return vault.mac("operator/" + operator, "recovery", new RecoveryCode(code).signs());
    }
}
