package fr.ondine.platform.billing;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Invoices that are put into envelopes together. */
public sealed interface PostLot {

    /** What an entry of the audit trail about it is of. */
    String subject();

    /** Which invoices i, as SQL. */
    String condition();

    Map<String, Object> parameters();

    /** Whatever bears a day. */
    record OfDay(LocalDate day) implements PostLot {

        @Override
        public String subject() {
            return "invoices:" + day;
        }

        @Override
        public String condition() {
            return "i.issued_on = :day";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("day", day);
        }
    }

    /**
     * What a run issued, also where it was given up before its end. What an earlier release issued bears no run: it is of the
     * one that was validated last, for one is issued at a time.
     */
    record OfRun(UUID run) implements PostLot {

        @Override
        public String subject() {
            return "billing-run:" + run;
        }

        @Override
        public String condition() {
            return """
                    i.issued_on = (select r.issued_on from billing_run r where r.id = :run)
                      and (i.run_id = :run or i.run_id is null and i.issue is not null and exists (
                          select from billing_run r join ledger_entry e on e.source = 'invoice:' || i.id
                           where r.id = :run and r.kind = i.kind and e.recorded_at >= r.validated_at
                             and not exists (select from billing_run v where v.validated_at > r.validated_at
                                                and v.validated_at <= e.recorded_at)))""";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("run", run);
        }
    }

    /** What staff issued one by one on a day: fees, late charges and credit notes. */
    record OneByOne(LocalDate day) implements PostLot {

        /** None that came by import: of those no line says by which charge it was, and no reason is known. */
        static final String SINGLE = """
                i.kind in ('ONE_OFF', 'OPENING', 'CREDIT_NOTE')
                   and (i.reason is not null
                        or exists (select from invoice_line l where l.invoice_id = i.id and l.charge is not null))""";

        @Override
        public String subject() {
            return "invoices-one-by-one:" + day;
        }

        @Override
        public String condition() {
            return "i.issued_on = :day and " + SINGLE;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("day", day);
        }
    }
}
