package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was chosen last, and by whom. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class InvoiceFormStore {

    /** Whether a mail tells somebody of each invoice of an agreement, as far as their addresses take it and they want it. */
    static final String TOLD = """
            exists (select from agreement a
                      join customer_link l on l.customer_id = a.customer_id
                           and (l.agreement_id is null or l.agreement_id = a.id)
                      join user_account u on u.id = l.user_id and u.state = 'ACTIVE'
                     where a.id = %s
                       and not exists (select from mail_refusal r where r.user_id = u.id and r.kind = 'ISSUED')
                       and not exists (select from bounced_address b where b.address = u.email))""";

    private final JdbcClient database;
    private final Clock clock;

    InvoiceFormStore(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    InvoiceForm of(AgreementId agreement) {
        return database.sql("select form from invoice_form where agreement_id = ?")
                .param(agreement.value())
                .query(String.class)
                .optional()
                .map(InvoiceForm::valueOf)
                .orElse(InvoiceForm.PAPER);
    }

    Optional<ChosenForm> last(AgreementId agreement) {
        return database.sql("select f.form, f.chosen_at, case when f.chosen_by not like 'user:%' then"
                        + " coalesce(s.name, f.chosen_by) end as by_name"
                        + " from invoice_form f left join staff_member s on 'staff:' || s.id = f.chosen_by"
                        + " where f.agreement_id = ?")
                .param(agreement.value())
                .query((row, number) -> new ChosenForm(
                        InvoiceForm.valueOf(row.getString("form")),
                        row.getObject("chosen_at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name")))
                .optional();
    }

    boolean isTold(AgreementId agreement) {
        return database.sql("select " + TOLD.formatted(":agreement"))
                .param("agreement", agreement.value())
                .query(Boolean.class)
                .single();
    }

    /** False when it was that already. */
    boolean keep(AgreementId agreement, InvoiceForm form, String by) {
        return database.sql("""
                        insert into invoice_form as f (agreement_id, form, chosen_at, chosen_by)
                        values (:agreement, :form, :now, :by)
                        on conflict (agreement_id) do update
                           set form = excluded.form, chosen_at = excluded.chosen_at, chosen_by = excluded.chosen_by
                         where f.form <> excluded.form""")
                        .param("agreement", agreement.value())
                        .param("form", form.name())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                > 0;
    }
}
