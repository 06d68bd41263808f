package fr.ondine.platform.leaks;

/** Says in SQL what was credited to an agreement for leaks (dégrèvement), for those who read many agreements at once. */
public final class CreditedLeaks {

    private static final String SUM = """
            (select coalesce(-sum(note.total_amount), 0)
               from leak_credit relief
               join invoice note on note.id = relief.credit_note_id
               join ledger_entry fact on fact.source = 'invoice:' || note.id
              where note.agreement_id = %s and fact.recorded_at > %s)""";

    private CreditedLeaks() {}

    /** VAT included, after a moment. */
    public static String sum(String agreement, String since) {
        return SUM.formatted(agreement, since);
    }
}
