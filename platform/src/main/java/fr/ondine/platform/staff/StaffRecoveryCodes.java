package fr.ondine.platform.staff;

import fr.ondine.platform.factors.RecoveryCode;
import fr.ondine.platform.kernel.RawToken;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands once for the application that was lost; of 80 random bits a plain digest is kept, which may travel. */
@Component
class StaffRecoveryCodes {

    private final JdbcClient database;

    StaffRecoveryCodes(JdbcClient database) {
        this.database = database;
    }

    /** New codes in the place of all earlier ones. */
    List<String> renew(UUID staff) {
        database.sql("delete from staff_recovery_code where staff_id = ?")
                .param(staff)
                .update();
        var codes = RecoveryCode.fresh();
        codes.forEach(code -> database.sql("insert into staff_recovery_code values (?, ?)")
                .params(staff, digest(staff, code))
                .update());
        return codes.stream().map(RecoveryCode::written).toList();
    }

    /** Uses a code up; of two who try at the same moment one gets it. */
    boolean use(UUID staff, String typed) {
        return database.sql("delete from staff_recovery_code where staff_id = ? and digest = ?")
                        .params(staff, digest(staff, new RecoveryCode(typed)))
                        .update()
                == 1;
    }

    private static byte[] digest(UUID staff, RecoveryCode code) {
        return new RawToken(staff + ":" + code.signs()).digest();
    }
}
