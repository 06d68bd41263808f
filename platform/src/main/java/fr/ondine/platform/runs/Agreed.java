package fr.ondine.platform.runs;

import java.util.HashMap;
import java.util.Map;

/** The agreements of a run in the words of the database: those in force in its period, of its perimeter, not billed yet. */
final class Agreed {

    private static final String FROM = """
            agreement a
              join service_point sp on sp.id = a.service_point_id
              join premise pr on pr.id = sp.premise_id
             where a.started_on < :until and (%s) and %s
               and not exists (select from invoice i
                                where i.agreement_id = a.id and i.kind = :kind and i.issue is not null
                                  and i.period_from >= :from and i.period_from < :until
                                  and (select sum(c.total_amount) from invoice c where c.corrects = i.id)
                                      is distinct from -i.total_amount)""";

    private Agreed() {}

    /** What follows {@code from}: a join and its conditions. */
    static String of(Run run) {
        var ended = run.terms().kind() == RunKind.CLOSING
                ? "a.ended_on < :until"
                : "a.ended_on is null or a.ended_on >= :until - 1";
        return FROM.formatted(ended, run.perimeter().condition());
    }

    static Map<String, Object> params(Run run) {
        var params = new HashMap<String, Object>();
        params.put("run", run.id().value());
        params.put("kind", run.terms().kind().name());
        params.put("from", run.terms().period().from());
        params.put("until", run.terms().period().until());
        params.put("of", run.perimeter().of().toArray(String[]::new));
        return params;
    }
}
