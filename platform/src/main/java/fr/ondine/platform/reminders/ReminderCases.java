package fr.ondine.platform.reminders;

import static java.util.stream.Collectors.toMap;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Debt;
import fr.ondine.platform.receivables.Debts;
import fr.ondine.platform.receivables.OpenReceivable;
import fr.ondine.platform.receivables.UndecidedLeaks;
import fr.ondine.tenantconfig.ReminderStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what decides about the reminders of many agreements: always three queries, however many they are. */
@Repository
class ReminderCases {

    private static final String INVOICES = """
            select i.id, %s
                   or exists (select from invoice_dispute d
                            where d.invoice_id = i.id and d.closed_at is null and d.until >= :today) as disputed,
                   array(select d.step from reminder_debt d where d.invoice_id = i.id and d.counts) as sent
              from invoice i where i.id = any(:invoices)""".formatted(UndecidedLeaks.of("i"));

    /** A mail goes to the account on the portal, whose address was confirmed, or else to the address on file, unless it came back. */
    private static final String AGREEMENTS = """
            select a.id, exists (select from customer_protection p where p.customer_id = a.customer_id) as protected,
                   (select max(l.sent_on) from reminder_letter l
                     where l.agreement_id = a.id and l.sent_on is not null and l.state = 'SENT'
                       and (l.returned_at is null or l.by_paper)) as last_sent_on,
                   coalesce((select u.email from customer_link k join user_account u on u.id = k.user_id
                              where k.customer_id = a.customer_id and u.state = 'ACTIVE'
                                and (k.agreement_id is null or k.agreement_id = a.id)
                                and not exists (select from bounced_address b where b.address = u.email)
                              order by k.linked_at, u.id limit 1),
                            case when not exists (select from bounced_address b where b.address = lower(trim(c.email)))
                                 then c.email end) as email
              from agreement a join customer c on c.id = a.customer_id where a.id = any(:agreements)""";

    private static final Debt NOTHING = new Debt(Money.zero(), List.of());

    private final JdbcClient database;
    private final Debts debts;

    ReminderCases(JdbcClient database, Debts debts) {
        this.database = database;
        this.debts = debts;
    }

    private record OpenInvoice(UUID id, boolean isDisputed, EnumSet<ReminderStep> sent) {}

    private record Party(
            UUID id,
            boolean isProtected,
            @Nullable LocalDate lastSentOn,
            @Nullable EmailAddress email) {}

    /** Only of those who owe something. */
    List<ReminderCase> of(Collection<AgreementId> agreements, LocalDate today) {
        var owed = debts.of(agreements);
        var invoices = invoices(owed.values(), today);
        return parties(owed.keySet()).stream()
                .map(party -> one(party, owed.getOrDefault(new AgreementId(party.id()), NOTHING), invoices))
                .filter(one -> !one.open().isEmpty())
                .toList();
    }

    /** Where a mail would reach the holder of an agreement. */
    Optional<EmailAddress> email(AgreementId agreement) {
        return parties(List.of(agreement)).stream()
                .flatMap(party -> Stream.ofNullable(party.email()))
                .findFirst();
    }

    private static ReminderCase one(Party party, Debt debt, Map<UUID, OpenInvoice> invoices) {
        var open = debt.open().stream()
                .filter(item -> item.left().isPositive())
                .map(item -> overdue(
                        item, Objects.requireNonNull(invoices.get(item.id().value()))))
                .toList();
        return new ReminderCase(
                new AgreementId(party.id()), open, party.isProtected(), party.lastSentOn(), party.email());
    }

    private static Overdue overdue(OpenReceivable item, OpenInvoice invoice) {
        return new Overdue(item.id(), item.dueOn(), item.state(), item.left(), invoice.isDisputed(), invoice.sent());
    }

    private Map<UUID, OpenInvoice> invoices(Collection<Debt> owed, LocalDate today) {
        return database
                .sql(INVOICES)
                .param("today", today)
                .param(
                        "invoices",
                        owed.stream()
                                .flatMap(debt -> debt.open().stream())
                                .map(item -> item.id().value())
                                .toArray(UUID[]::new))
                .query((row, number) -> invoice(row))
                .list()
                .stream()
                .collect(toMap(OpenInvoice::id, Function.identity()));
    }

    private List<Party> parties(Collection<AgreementId> agreements) {
        return database.sql(AGREEMENTS)
                .param("agreements", agreements.stream().map(AgreementId::value).toArray(UUID[]::new))
                .query((row, number) -> new Party(
                        row.getObject("id", UUID.class),
                        row.getBoolean("protected"),
                        row.getObject("last_sent_on", LocalDate.class),
                        address(row.getString("email"))))
                .list();
    }

    private static OpenInvoice invoice(ResultSet row) throws SQLException {
        var sent = EnumSet.noneOf(ReminderStep.class);
        for (var step : (String[]) row.getArray("sent").getArray()) {
            sent.add(ReminderStep.valueOf(step));
        }
        return new OpenInvoice(row.getObject("id", UUID.class), row.getBoolean("disputed"), sent);
    }

    /** What came by a file may be no address. */
    private static @Nullable EmailAddress address(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : new EmailAddress(text.strip());
        } catch (DomainException noAddress) {
            return null;
        }
    }
}
