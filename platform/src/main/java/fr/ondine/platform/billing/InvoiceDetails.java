package fr.ondine.platform.billing;

import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.platform.tenancy.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads everything about one invoice, by the same few queries whatever it holds. */
@Repository
class InvoiceDetails {

    private final IssuedInvoices issued;
    private final InvoiceSummaries summaries;
    private final Agreements agreements;
    private final Tenants tenants;
    private final JdbcClient database;

    InvoiceDetails(
            IssuedInvoices issued,
            InvoiceSummaries summaries,
            Agreements agreements,
            Tenants tenants,
            JdbcClient database) {
        this.issued = issued;
        this.summaries = summaries;
        this.agreements = agreements;
        this.tenants = tenants;
        this.database = database;
    }

    InvoiceDetail of(IssuedInvoice invoice) {
        var related = related(invoice.id());
        return new InvoiceDetail(
                summaries.of(List.of(invoice)).getFirst(),
                agreements.find(invoice.agreement()).orElseThrow(),
                invoice.net(),
                invoice.vat(),
                meters(invoice.id()),
                lines(invoice),
                VatAtRate.of(issued.lines(invoice.id()), tenants.current().rounding(), invoice.vat()),
                reason(related, invoice.id()),
                related.stream()
                        .filter(one -> one.isCorrected)
                        .map(Related::correction)
                        .findFirst(),
                related.stream()
                        .filter(one -> invoice.id().equals(one.corrects))
                        .map(Related::correction)
                        .toList());
    }

    private static @Nullable String reason(List<Related> related, InvoiceId id) {
        return related.stream()
                .map(Related::correction)
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(RelatedInvoice::reason)
                .orElse(null);
    }

    /** @param isCorrected whether the invoice that is looked at takes of it */
    private record Related(
            RelatedInvoice correction, @Nullable InvoiceId corrects, boolean isCorrected) {}

    private List<Related> related(InvoiceId id) {
        return database.sql("""
                        select i.id, i.number, i.issued_on, i.total_amount, i.reason, i.corrects,
                               coalesce(i.id = (select corrects from invoice where id = :id), false) as is_corrected
                          from invoice i
                         where i.id = :id or i.corrects = :id or i.id = (select corrects from invoice where id = :id)
                         order by i.issued_on, i.number""")
                .param("id", id.value())
                .query((row, index) -> related(row))
                .list();
    }

    private Related related(ResultSet row) throws SQLException {
        var corrects = row.getObject("corrects", UUID.class);
        return new Related(
                new RelatedInvoice(
                        new InvoiceId(row.getObject("id", UUID.class)),
                        tenants.current().invoiceNumbers().display(row.getString("number")),
                        row.getObject("issued_on", LocalDate.class),
                        Money.euros(row.getBigDecimal("total_amount")),
                        row.getString("reason")),
                corrects == null ? null : new InvoiceId(corrects),
                row.getBoolean("is_corrected"));
    }

    private List<IssuedMeter> meters(InvoiceId id) {
        return database.sql("select serial, read_from, read_until, register_from, register_until, litres, is_estimated"
                        + " from invoice_meter where invoice_id = :id order by position")
                .param("id", id.value())
                .query((row, index) -> new IssuedMeter(
                        row.getString("serial"),
                        new Period(
                                row.getObject("read_from", LocalDate.class),
                                row.getObject("read_until", LocalDate.class)),
                        new Volume(row.getLong("register_from")),
                        new Volume(row.getLong("register_until")),
                        new Volume(row.getLong("litres")),
                        row.getBoolean("is_estimated")))
                .list();
    }

    private List<IssuedLine> lines(IssuedInvoice invoice) {
        return database.sql(
                        "select position, section, label, quantity, unit, unit_price, price_units, used_from, used_until,"
                                + " net_amount, vat_rate from invoice_line where invoice_id = :id order by position")
                .param("id", invoice.id().value())
                .query((row, index) -> line(row, invoice))
                .list();
    }

    private static IssuedLine line(ResultSet row, IssuedInvoice invoice) throws SQLException {
        var currency = invoice.net().currency();
        return new IssuedLine(
                row.getInt("position"),
                InvoiceSection.valueOf(row.getString("section")),
                row.getString("label"),
                new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                new UnitPrice(row.getBigDecimal("unit_price"), currency),
                row.getInt("price_units"),
                days(row).orElse(invoice.period()),
                new Money(row.getBigDecimal("net_amount"), currency),
                new VatRate(row.getBigDecimal("vat_rate")));
    }

    private static Optional<Period> days(ResultSet row) throws SQLException {
        var from = row.getObject("used_from", LocalDate.class);
        var until = row.getObject("used_until", LocalDate.class);
        return from == null || until == null ? Optional.empty() : Optional.of(new Period(from, until));
    }
}
