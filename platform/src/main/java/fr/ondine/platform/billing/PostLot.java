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
                    i.id in (select n.id from invoice n where n.run_id = :run
                             union all
                             select n.id from billing_run r
                               join invoice n on n.issued_on = r.issued_on and n.kind = r.kind and n.issue is not null
                                    and n.run_id is null
                               join ledger_entry e on e.source = 'invoice:' || n.id
                              where r.id = :run and e.recorded_at >= r.validated_at
                                and not exists (select from billing_run v where v.validated_at > r.validated_at
                                                   and v.validated_at <= e.recorded_at))""";
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
