package fr.ondine.platform.runs;

import fr.ondine.platform.billing.DueUses;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.Reading;
import fr.ondine.platform.metering.ReadingQuality;
import fr.ondine.platform.metering.ReadingSource;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.platform.tariffs.LineUnit;
import fr.ondine.platform.tariffs.Use;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what stands billed of many agreements. */
@Component
class PastReader {

    /** Invoices of a period that no credit note takes back; the older of two years no longer matter. */
    private static final String STANDING = """
            invoice i where i.agreement_id = any(:agreements) and i.period_to is not null
                and i.kind in ('ACTUAL', 'ESTIMATED', 'OPENING', 'CLOSING') and i.period_to >= :since
                and (select sum(c.total_amount) from invoice c where c.corrects = i.id) is distinct from -i.total_amount""";

    /** What other software had estimated may be a sum without a volume, or be taken back in part. */
    private static final String DOUBT = """
            case when i.kind <> 'ESTIMATED' then 'NONE'
                 when exists (select from invoice c where c.corrects = i.id) then 'OF_ALL'
                 when i.issue is null and i.volume_m3 is distinct from 0 then 'UNLESS_COUNTED'
                 else 'NONE' end""";

    private static final String INVOICES =
            "select i.id, i.agreement_id, i.kind, i.period_from, i.period_to, i.issued_on, i.number, " + DOUBT
                    + " from " + STANDING + " order by i.period_to, i.issued_on";

    private static final String METERS = """
            select m.invoice_id, m.serial, m.read_from, m.read_until, m.register_until, %s, m.register_from
              from invoice_meter m where m.invoice_id = any(:invoices) and not m.is_estimated
             order by m.invoice_id, m.position""".formatted(DueUses.litres());

    /**
     * A line that came by import has no days of its own, and none of it says which charge it is; its unit is as it was
     * typed, so which lines are of use is asked of {@link Quantity} and not of PostgreSQL.
     */
    private static final String LINES = """
            select l.invoice_id, l.section, l.label, l.quantity, l.unit, l.unit_price, l.price_units, l.net_amount, l.vat_rate,
                   coalesce(l.charge, '') as charge, coalesce(l.used_from, i.period_from) as used_from,
                   coalesce(l.used_until, i.period_to + 1) as used_until
              from invoice_line l join invoice i on i.id = l.invoice_id
             where l.invoice_id = any(:invoices)
             order by l.invoice_id, l.position""";

    /** The day from which an invoice bills standing charges, which may be long before its period. */
    private static final String STANDING_FROM = """
            select l.invoice_id, l.unit, min(coalesce(l.used_from, i.period_from))
              from invoice_line l join invoice i on i.id = l.invoice_id
             where l.invoice_id = any(:invoices) group by l.invoice_id, l.unit""";

    private final JdbcClient database;

    PastReader(JdbcClient database) {
        this.database = database;
    }

    Pasts of(RunTerms terms, Collection<AgreementId> agreements) {
        var pasts = new Pasts(terms.period().until());
        database.sql(INVOICES)
                .param("agreements", agreements.stream().map(AgreementId::value).toArray(UUID[]::new))
                .param("since", terms.period().from().minusYears(2))
                .query(row -> {
                    pasts.add(
                            new AgreementId(row.getObject(2, UUID.class)),
                            new Pasts.Standing(
                                    row.getObject(1, UUID.class),
                                    row.getString(3).equals("ESTIMATED"),
                                    Period.ofDays(day(row, 4), day(row, 5)),
                                    day(row, 6),
                                    row.getString(7),
                                    Pasts.Doubt.valueOf(row.getString(8))));
                });
        database.sql(METERS).param("invoices", pasts.byReading()).query(row -> {
            pasts.add(row.getObject(1, UUID.class), new Pasts.Billed(reading(row, 3, 7), reading(row, 4, 5), use(row)));
        });
        var estimates = pasts.estimates();
        if (estimates.length > 0) {
            database.sql(LINES).param("invoices", estimates).query(row -> {
                var estimate = row.getObject(1, UUID.class);
                if (isOfUse(row)) {
                    pasts.add(estimate, line(row));
                }
                if (InvoiceSection.valueOf(row.getString("section")) == InvoiceSection.WATER) {
                    pasts.isOfWater(estimate);
                }
            });
        }
        var following = pasts.following();
        if (following.length > 0) {
            database.sql(STANDING_FROM).param("invoices", following).query(row -> {
                if (!isOfUse(row)) {
                    pasts.add(row.getObject(1, UUID.class), day(row, 3));
                }
            });
        }
        return pasts;
    }

    private static boolean isOfUse(ResultSet row) throws SQLException {
        return new Quantity(BigDecimal.ONE, row.getString("unit")).isOfCubicMetres();
    }

    private static Reading reading(ResultSet row, int day, int register) throws SQLException {
        return new Reading(
                row.getString(2),
                day(row, day),
                new Volume(row.getLong(register)),
                ReadingSource.AGENT,
                ReadingQuality.ACTUAL);
    }

    private static Use use(ResultSet row) throws SQLException {
        return new Use(new Period(day(row, 3), day(row, 4)), new Volume(row.getLong(6)));
    }

    private static BillLine line(ResultSet row) throws SQLException {
        return new BillLine(
                row.getString("charge"),
                InvoiceSection.valueOf(row.getString("section")),
                row.getString("label"),
                new Quantity(row.getBigDecimal("quantity"), LineUnit.CUBIC_METRE.name()),
                LineUnit.CUBIC_METRE,
                new UnitPrice(row.getBigDecimal("unit_price"), Money.zero().currency()),
                row.getInt("price_units"),
                Money.euros(row.getBigDecimal("net_amount")),
                new VatRate(row.getBigDecimal("vat_rate")),
                new Period(row.getObject("used_from", LocalDate.class), row.getObject("used_until", LocalDate.class)));
    }

    private static LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
