package fr.ondine.platform.reminders;

import static fr.ondine.platform.kernel.Writing.unbroken;
import static java.util.stream.Collectors.groupingBy;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.reminders.WrittenReminder.Line;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.ReminderStep;
import fr.ondine.tenantconfig.ReminderText;
import fr.ondine.tenantconfig.TenantConfig;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes letters in the words that hold since their batch was sent: two queries for many. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class WrittenLetters {

    private static final String LETTERS = """
            select l.id, l.agreement_id, l.step, split_part(a.number, '~', 1) as number, l.amount, l.oldest_due, l.sent_on,
                   case l.step when 'REMINDER' then b.reminder_text else b.notice_text end as text,
                   concat_ws(' ', nullif(c.title, ''), nullif(c.first_name, ''), c.last_name) as holder,
                   coalesce(c.street, pr.street) as street,
                   case when c.street is null then pr.complement else c.complement end as complement,
                   concat_ws(' ', coalesce(c.postcode, pr.postcode), coalesce(c.city, pr.city)) as locality
              from reminder_letter l
              join reminder_batch b on b.id = l.batch_id
              join agreement a on a.id = l.agreement_id
              join customer c on c.id = a.customer_id
              join service_point sp on sp.id = a.service_point_id
              join premise pr on pr.id = sp.premise_id
             where l.id = any(:letters) order by l.id""";

    /** What was carried was asked for anew: no day of the table is before the one that the text says. */
    private static final String LINES = """
            select d.letter_id, i.number, i.issued_on, greatest(i.due_on, l.oldest_due) as due_on, d.amount
              from reminder_debt d join invoice i on i.id = d.invoice_id join reminder_letter l on l.id = d.letter_id
             where d.letter_id = any(:letters) order by i.due_on, i.number""";

    private final JdbcClient database;
    private final Tenants tenants;

    WrittenLetters(JdbcClient database, Tenants tenants) {
        this.database = database;
        this.tenants = tenants;
    }

    private record Asked(UUID letter, Line line) {}

    List<WrittenReminder> of(Collection<LetterId> letters) {
        if (letters.isEmpty()) {
            return List.of();
        }
        var ids = letters.stream().map(LetterId::value).toArray(UUID[]::new);
        var utility = tenants.current();
        var lines =
                database.sql(LINES).param("letters", ids).query((row, number) -> asked(row, utility)).list().stream()
                        .collect(groupingBy(Asked::letter));
        return database.sql(LETTERS)
                .param("letters", ids)
                .query((row, number) -> letter(row, utility, lines))
                .list();
    }

    private static Asked asked(ResultSet row, TenantConfig utility) throws SQLException {
        return new Asked(
                row.getObject("letter_id", UUID.class),
                new Line(
                        utility.invoiceNumbers().display(row.getString("number")),
                        row.getObject("issued_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        Money.euros(row.getBigDecimal("amount"))));
    }

    private static WrittenReminder letter(ResultSet row, TenantConfig utility, Map<UUID, List<Asked>> lines)
            throws SQLException {
        var id = row.getObject("id", UUID.class);
        var contract = utility.contractNumbers().display(row.getString("number"));
        var amount = Money.euros(row.getBigDecimal("amount"));
        var debts = lines.getOrDefault(id, List.of()).stream().map(Asked::line).toList();
        var text = ReminderText.filled(
                writing(utility).typeset(row.getString("text")),
                debts.size(),
                values(utility, contract, amount, row.getObject("oldest_due", LocalDate.class)));
        return new WrittenReminder(
                new LetterId(id),
                new AgreementId(row.getObject("agreement_id", UUID.class)),
                ReminderStep.valueOf(row.getString("step")),
                contract,
                Stream.of("holder", "street", "complement", "locality")
                        .map(column -> text(row, column))
                        .filter(line -> !line.isBlank())
                        .toList(),
                WrittenReminder.paragraphs(text),
                amount,
                row.getObject("sent_on", LocalDate.class),
                debts);
    }

    /** Excuses for one of them; of an earlier day the same words as then. */
    WrittenApology apology(LetterId letter, String words, LocalDate today) {
        var utility = tenants.current();
        var sent = of(List.of(letter)).getFirst();
        var values = new HashMap<>(values(utility, sent.contract(), sent.amount(), sent.sentOn()));
        values.put("{date}", unbroken(writing(utility).date(sent.sentOn())));
        var text = writing(utility)
                .typeset(ReminderText.apology(sent.step(), utility.languages().getFirst()));
        return sent.apology(ReminderText.filled(text, sent.lines().size(), values), words, today);
    }

    private static Map<String, String> values(
            TenantConfig utility, String contract, Money amount, LocalDate oldestDue) {
        var writing = writing(utility);
        return Map.of(
                "{montant}", writing.money(amount),
                "{échéance}", unbroken(writing.date(oldestDue)),
                "{contrat}", unbroken(contract),
                "{téléphone}", unbroken(utility.contact().mainPhone().number().value()));
    }

    private static Writing writing(TenantConfig utility) {
        return new Writing(utility.languages().getFirst());
    }

    private static String text(ResultSet row, String column) {
        try {
            var text = row.getString(column);
            return text == null ? "" : text.strip();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
