package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.PrintedNumber;
import fr.ondine.platform.customers.Service;
import fr.ondine.platform.documents.DocumentId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.network.ServicePointId;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tariffs.InvoiceSection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads invoices as they were issued, each list in one query. */
@Repository
class IssuedInvoices {

    /** Of invoice {@code i}. */
    static final String COLUMNS = "i.id, i.number, i.kind, i.agreement_id, " + PrintedNumber.OF_INVOICE + """
             as agreement_number, i.issued_on, i.due_on, i.period_from,
            i.period_to, i.volume_m3, i.net_amount, i.vat_amount, i.total_amount, i.currency, i.document_id""";

    private static final String INVOICE = "select " + COLUMNS + " from invoice i ";

    /** An invoice by a reading takes the lines of estimated ones back to the cent, with their days. */
    private static final String LINES = """
            select l.section, l.label, l.quantity, l.unit, l.unit_price, l.price_units, l.net_amount, l.vat_rate, l.charge,
                   l.used_from, l.used_until, i.currency,
                   (select e.number from invoice e join invoice_line t on t.invoice_id = e.id
                     where i.kind <> 'CREDIT_NOTE' and l.quantity < 0 and l.charge is not null and e.agreement_id = i.agreement_id
                       and e.kind = 'ESTIMATED' and e.id <> i.id and e.issued_on <= i.issued_on
                       and coalesce(t.charge, '') = l.charge and t.label = l.label and t.unit_price = l.unit_price
                       and t.quantity = -l.quantity and t.net_amount = -l.net_amount
                       and coalesce(t.used_from, e.period_from) = coalesce(l.used_from, i.period_from)
                       and coalesce(t.used_until, e.period_to + 1) = coalesce(l.used_until, i.period_to + 1)
                     order by e.issued_on desc limit 1) as estimate
              from invoice_line l join invoice i on i.id = l.invoice_id
             where l.invoice_id = :id order by l.position""";

    private final JdbcClient database;

    IssuedInvoices(JdbcClient database) {
        this.database = database;
    }

    /** The latest first. */
    Slice<IssuedInvoice> page(AgreementId agreement, Pageable page) {
        var found = database.sql(INVOICE + "where i.agreement_id = :agreement"
                        + " order by i.issued_on desc, i.number desc limit :limit offset :offset")
                .param("agreement", agreement.value())
                .param("limit", page.getPageSize() + 1)
                .param("offset", page.getOffset())
                .query((row, number) -> invoice(row))
                .list();
        var more = found.size() > page.getPageSize();
        return new SliceImpl<>(more ? found.subList(0, page.getPageSize()) : found, page, more);
    }

    /** The latest of an agreement that is no credit note, and these others of it, the latest first. */
    List<IssuedInvoice> latestAnd(AgreementId agreement, Collection<ReceivableId> others) {
        return database.sql(INVOICE + "where i.agreement_id = :agreement and (i.id = any(:others)"
                        + " or i.id = (select id from invoice where agreement_id = :agreement and kind <> 'CREDIT_NOTE'"
                        + " order by issued_on desc, number desc limit 1)) order by i.issued_on desc, i.number desc")
                .param("agreement", agreement.value())
                .param("others", others.stream().map(ReceivableId::value).toArray(UUID[]::new))
                .query((row, number) -> invoice(row))
                .list();
    }

    Optional<IssuedInvoice> find(InvoiceId id) {
        return database.sql(INVOICE + "where i.id = :id")
                .param("id", id.value())
                .query((row, number) -> invoice(row))
                .optional();
    }

    Optional<InvoiceId> numbered(String number) {
        return database.sql("select id from invoice where number = :number")
                .param("number", number)
                .query((row, index) -> new InvoiceId(row.getObject(1, UUID.class)))
                .optional();
    }

    List<InvoiceLine> lines(InvoiceId id) {
        return database.sql(LINES)
                .param("id", id.value())
                .query((row, number) -> line(row))
                .list();
    }

    InvoicedPlace place(InvoiceId id) {
        return database.sql("""
                        select a.service, a.service_point_id, c.number as corrected, c.issued_on as corrected_on, i.reason
                          from invoice i join agreement a on a.id = i.agreement_id left join invoice c on c.id = i.corrects
                         where i.id = :id""")
                .param("id", id.value())
                .query((row, number) -> new InvoicedPlace(
                        Service.valueOf(row.getString("service")),
                        new ServicePointId(row.getObject("service_point_id", UUID.class)),
                        row.getString("corrected"),
                        row.getObject("corrected_on", LocalDate.class),
                        row.getString("reason")))
                .single();
    }

    /** The day up to which the last import knew the utility's books. */
    Optional<LocalDate> knownOn() {
        return database.sql("select max(known_on) from import_run where state = 'DONE'")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    static IssuedInvoice invoice(ResultSet row) throws SQLException {
        return new IssuedInvoice(
                new InvoiceId(row.getObject("id", UUID.class)),
                row.getString("number"),
                InvoiceKind.valueOf(row.getString("kind")),
                new AgreementId(row.getObject("agreement_id", UUID.class)),
                row.getString("agreement_number"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                period(row),
                volume(row),
                money(row, "net_amount"),
                money(row, "vat_amount"),
                money(row, "total_amount"),
                original(row));
    }

    private static InvoiceLine line(ResultSet row) throws SQLException {
        return new InvoiceLine(
                InvoiceSection.valueOf(row.getString("section")),
                row.getString("label"),
                new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                new UnitPrice(row.getBigDecimal("unit_price"), currency(row)),
                row.getInt("price_units"),
                money(row, "net_amount"),
                new VatRate(row.getBigDecimal("vat_rate")),
                row.getString("charge"),
                days(row),
                row.getString("estimate"));
    }

    private static @Nullable Period days(ResultSet row) throws SQLException {
        var from = row.getObject("used_from", LocalDate.class);
        var until = row.getObject("used_until", LocalDate.class);
        return from == null || until == null ? null : new Period(from, until);
    }

    private static @Nullable Period period(ResultSet row) throws SQLException {
        var first = row.getObject("period_from", LocalDate.class);
        var last = row.getObject("period_to", LocalDate.class);
        return first == null || last == null ? null : Period.ofDays(first, last);
    }

    private static @Nullable Volume volume(ResultSet row) throws SQLException {
        var cubicMetres = row.getBigDecimal("volume_m3");
        return cubicMetres == null ? null : Volume.ofCubicMetres(cubicMetres);
    }

    private static @Nullable DocumentId original(ResultSet row) throws SQLException {
        var id = row.getObject("document_id", UUID.class);
        return id == null ? null : new DocumentId(id);
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getBigDecimal(column), currency(row));
    }

    private static Currency currency(ResultSet row) throws SQLException {
        return Currency.getInstance(row.getString("currency"));
    }
}
