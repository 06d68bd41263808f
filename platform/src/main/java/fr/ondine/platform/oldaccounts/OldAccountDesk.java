package fr.ondine.platform.oldaccounts;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff see of former logins, and how they help one over. */
@Service
@Transactional
public class OldAccountDesk {

    private final OldLogins logins;
    private final OldAccounts accounts;
    private final JdbcClient database;
    private final Clock clock;

    OldAccountDesk(OldLogins logins, OldAccounts accounts, JdbcClient database, Clock clock) {
        this.logins = logins;
        this.accounts = accounts;
        this.database = database;
        this.clock = clock;
    }

    /** Those that open the agreement; none where the utility has none. */
    @Transactional(readOnly = true)
    public List<OldAccountFile> of(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.LOOK);
        if (!accounts.areOffered()) {
            return List.of();
        }
        var zone = clock.getZone();
        return database.sql("""
                        select o.id, o.number, o.came_over_at, o.email, o.wrapped is not null as has_password
                          from old_login_agreement l
                          join agreement a on a.id = l.agreement_id and a.customer_id = l.customer_id
                          join old_login o on o.id = l.old_login_id
                         where l.agreement_id = :agreement order by o.number""")
                .param("agreement", agreement.value())
                .query((row, index) -> file(row, zone))
                .list();
    }

    /** Where the utility has such logins. */
    @Transactional(readOnly = true)
    public Optional<OldAccountCount> count(CurrentStaff who) {
        who.require(StaffPermission.LOOK);
        if (!accounts.areOffered()) {
            return Optional.empty();
        }
        return database.sql("select count(*), count(came_over_at) from old_login")
                .query((row, index) -> new OldAccountCount(row.getLong(1), row.getLong(2)))
                .optional();
    }

    /** Has a link mailed to the address that is known of the login; whether there was one, and something to bring over. */
    public boolean sendLink(CurrentStaff who, UUID login) {
        who.require(StaffPermission.SERVE);
        return accounts.areOffered()
                && logins.find(login)
                        .filter(found -> accounts.send(found, who.actor()))
                        .isPresent();
    }

    private static OldAccountFile file(ResultSet row, ZoneId zone) throws SQLException {
        var over = row.getObject("came_over_at", OffsetDateTime.class);
        var address = row.getString("email");
        return new OldAccountFile(
                row.getObject("id", UUID.class),
                row.getString("number"),
                over == null ? null : LocalDate.ofInstant(over.toInstant(), zone),
                address == null ? null : new EmailAddress(address).masked(),
                row.getBoolean("has_password"));
    }
}
