package fr.ondine.platform.leaks;

import fr.ondine.platform.billing.DueUses;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Service;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.tariffs.Use;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the invoices that bill the reading of a file and are not relieved yet. */
@Repository
class RelievableInvoices {

    private static final String STANDS = stands("i");

    /** Of the file that is named; sewerage that is an agreement of its own follows the water meter of the place. */
    private static final String OF_FILE = """
              from leak_file r
              join agreement own on own.id = r.agreement_id
              join service_point place on place.id = own.service_point_id
              join service_point sp on sp.premise_id = place.premise_id
              join agreement a on a.service_point_id = sp.id and (a.id = own.id or a.service = 'SEWERAGE')
              join invoice i on i.agreement_id = a.id and i.kind in ('ACTUAL', 'CLOSING')
             where r.id = %s and not exists (select from leak_credit l where l.invoice_id = i.id)
               and (i.id = r.invoice_id or exists (
                    select from invoice_meter m join meter on meter.serial = m.serial
                      join meter_installation here on here.meter_id = meter.id and here.service_point_id = place.id
                     where m.invoice_id = i.id and m.read_until = r.read_on and not m.is_estimated))
               and %s""";

    private static final String INVOICES =
            "select i.id, i.number, i.agreement_id, a.service, i.issued_on, sp.dwellings, i.period_from, i.period_to,"
                    + " i.volume_m3 " + OF_FILE.formatted(":file", STANDS) + " order by i.issued_on, i.number";

    /**
     * Whether an invoice by the reading of a granted file f came since, whatever day it bears: of sewerage, which may be
     * billed later.
     */
    static final String CAME_SINCE = "f.state = 'CREDITED' and exists (select " + OF_FILE.formatted("f.id", STANDS)
            + " and i.issued_on >= f.read_on - 100" // months before a reading nobody bills it: so few are looked up
            + " and (select e.recorded_at from ledger_entry e where e.source = 'invoice:' || i.id) > f.decided_at)";

    private static final String BEFORE = """
            select m.read_from, m.read_until, %s from invoice i join invoice_meter m on m.invoice_id = i.id
             where i.agreement_id = :agreement and i.kind in ('ACTUAL', 'CLOSING') and m.read_until <= :day
               and m.read_until > :day - 400 and %s""".formatted(DueUses.litresBefore(":invoice"), STANDS);

    private final JdbcClient database;

    RelievableInvoices(JdbcClient database) {
        this.database = database;
    }

    /** Whether an invoice by that name was not taken back whole. */
    static String stands(String invoice) {
        return "(select sum(c.total_amount) from invoice c where c.corrects = %1$s.id) is distinct from -%1$s.total_amount"
                .formatted(invoice);
    }

    private record Row(
            InvoiceId id,
            String number,
            AgreementId agreement,
            Service service,
            LocalDate issuedOn,
            int dwellings,
            Optional<Use> said) {}

    List<RelievableInvoice> of(LeakFileId file) {
        return database
                .sql(INVOICES)
                .param("file", file.value())
                .query((row, number) -> {
                    var from = row.getObject("period_from", LocalDate.class);
                    var to = row.getObject("period_to", LocalDate.class);
                    var volume = row.getBigDecimal("volume_m3");
                    return new Row(
                            new InvoiceId(row.getObject("id", UUID.class)),
                            row.getString("number"),
                            new AgreementId(row.getObject("agreement_id", UUID.class)),
                            Service.valueOf(row.getString("service")),
                            row.getObject("issued_on", LocalDate.class),
                            row.getInt("dwellings"),
                            from == null || to == null || volume == null || volume.signum() < 0
                                    ? Optional.empty()
                                    : Optional.of(new Use(Period.ofDays(from, to), Volume.ofCubicMetres(volume))));
                })
                .list()
                .stream()
                .map(this::whole)
                .filter(one -> !one.uses().isEmpty())
                .toList();
    }

    private RelievableInvoice whole(Row row) {
        var metered = database.sql(
                        "select read_from, read_until, litres from invoice_meter where invoice_id = ? order by position")
                .param(row.id().value())
                .query((use, number) ->
                        use(use.getObject(1, LocalDate.class), use.getObject(2, LocalDate.class), use.getLong(3)))
                .list();
        var uses = metered.isEmpty() ? row.said().stream().toList() : metered;
        return new RelievableInvoice(
                row.id(),
                row.number(),
                row.agreement(),
                row.service(),
                row.issuedOn(),
                row.dwellings(),
                uses,
                uses.isEmpty()
                        ? new Volume(0)
                        : before(row, uses.getFirst().period().from()));
    }

    /** What it was rated with: what a relief granted since says of an earlier one changes nothing of it. */
    private Volume before(Row row, LocalDate day) {
        return database
                .sql(BEFORE)
                .param("agreement", row.agreement().value())
                .param("invoice", row.id().value())
                .param("day", day)
                .query((use, number) ->
                        use(use.getObject(1, LocalDate.class), use.getObject(2, LocalDate.class), use.getLong(3)))
                .list()
                .stream()
                .map(use -> use.ofYear(day.getYear()))
                .reduce(new Volume(0), Volume::plus);
    }

    private static Use use(LocalDate from, LocalDate until, long litres) {
        return new Use(new Period(from, until), new Volume(litres));
    }
}
