package fr.ondine.platform.operators;

import fr.ondine.platform.factors.RecoveryCode;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.PlatformVault;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ten codes to keep on paper, each of which stands once for the application that was lost. Of 80 random bits a plain digest
 * is kept, which outlives the master key; those drawn by earlier releases count as long as their key is given.
 */
@Component
class RecoveryCodes {

    private static final String PLAIN = "sha256:";

    private final JdbcClient database;
    private final PlatformVault vault;

    RecoveryCodes(JdbcClient database, PlatformVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** New codes in the place of all earlier ones; only digests of them are kept. */
    List<String> renew(UUID operator) {
        database.sql("delete from platform.operator_recovery_code where operator_id = ?")
                .param(operator)
                .update();
        var codes = RecoveryCode.fresh();
        codes.forEach(code -> database.sql("insert into platform.operator_recovery_code values (?, ?)")
                .params(operator, digest(operator, code))
                .update());
        return codes.stream().map(RecoveryCode::written).toList();
    }

    /** Uses a code up; of two who try at the same moment one gets it. */
    boolean use(UUID operator, String typed) {
        var code = new RecoveryCode(typed);
        return database.sql("delete from platform.operator_recovery_code where operator_id = :operator"
                                + " and (mac = :digest or mac in (:macs))")
                        .param("operator", operator)
                        .param("digest", digest(operator, code))
                        .param("macs", vault.macs(Invitations.keyOwner(operator), "recovery", code.signs()))
                        .update()
                == 1;
    }

    /** The addresses of those whose codes end with the master key that they were drawn under. */
    List<String> ofFormerReleases() {
        return database.sql("select distinct email from platform.operator_account a"
                        + " join platform.operator_recovery_code c on c.operator_id = a.id"
                        + " where a.state = 'ACTIVE' and not starts_with(c.mac, :plain) order by email")
                .param("plain", PLAIN)
                .query(String.class)
                .list();
    }

    private static String digest(UUID operator, RecoveryCode code) {
        return PLAIN + HexFormat.of().formatHex(new RawToken(operator + ":" + code.signs()).digest());
    }
}
