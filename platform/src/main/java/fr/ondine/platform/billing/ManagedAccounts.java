package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of all agreements of the bound utility, as its staff look at them. */
@Service
@Transactional(readOnly = true)
public class ManagedAccounts {

    private static final String METER = """
            select m.serial from agreement a join service_point s on s.id = a.service_point_id
              join service_point w on w.premise_id = s.premise_id
                   and (w.id = s.id or s.service = 'SEWERAGE' and w.service = 'WATER')
              join meter_installation i on i.service_point_id = w.id and i.removed_on is null
              join meter m on m.id = i.meter_id
             where a.id = :id order by w.id = s.id desc, i.installed_on desc limit 1""";

    private static final String EMAILS = """
            select distinct u.email from agreement a join customer_link l on l.customer_id = a.customer_id
              join user_account u on u.id = l.user_id
             where a.id = :id and (l.agreement_id is null or l.agreement_id = a.id) and u.state <> 'DELETED'
             order by u.email""";

    private final Agreements agreements;
    private final InvoiceSummaries invoices;
    private final JdbcClient database;

    ManagedAccounts(Agreements agreements, InvoiceSummaries invoices, JdbcClient database) {
        this.agreements = agreements;
        this.invoices = invoices;
        this.database = database;
    }

    /** Empty when there is no such agreement here. */
    public Optional<ManagedAccount> find(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.LOOK);
        return agreements
                .find(agreement)
                .map(card -> new ManagedAccount(
                        card,
                        strings(METER, agreement).stream().findFirst().orElse(null),
                        strings(EMAILS, agreement),
                        invoices.account(agreement)));
    }

    private List<String> strings(String sql, AgreementId agreement) {
        return database.sql(sql)
                .param("id", agreement.value())
                .query(String.class)
                .list();
    }
}
