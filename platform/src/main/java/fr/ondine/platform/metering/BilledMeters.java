package fr.ondine.platform.metering;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Up to which day the meters of a place are billed by invoices that stand. */
public record BilledMeters(List<Until> all) {

    /**
     * What invoices say of their meters; one that came by import says nothing of them, and billed the last reading of the
     * three weeks after its period and of no day after its own, which is how a run starts from it.
     */
    static final String SQL = """
            select billed.serial, coalesce(billed.read_until, least(i.period_to + 21, i.issued_on)) as until
              from service_point bs
              join agreement b on b.service_point_id = bs.id
              join invoice i on i.agreement_id = b.id
              left join invoice_meter billed on billed.invoice_id = i.id and not billed.is_estimated
             where bs.premise_id = %s and (bs.id = %s or bs.service = 'SEWERAGE')
               and i.period_to is not null and i.kind in ('ACTUAL', 'OPENING', 'CLOSING')
               and (billed.serial is not null or i.issue is null)
               and (select sum(c.total_amount) from invoice c where c.corrects = i.id) is distinct from -i.total_amount""";

    public BilledMeters {
        all = List.copyOf(all);
    }

    /** Of one meter or, without a serial, of all of the place. */
    record Until(@Nullable String serial, LocalDate day) {
        boolean isOf(String meter) {
            return serial == null || serial.equals(meter);
        }
    }

    Optional<LocalDate> until(String serial) {
        return all.stream().filter(one -> one.isOf(serial)).map(Until::day).max(Comparator.naturalOrder());
    }

    boolean includes(Reading reading) {
        return until(reading.meterSerial())
                .filter(day -> !reading.readOn().isAfter(day))
                .isPresent();
    }
}
