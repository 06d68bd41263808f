package fr.ondine.platform.audit;

/**
 * Where a trail lies, and its chain.
 *
 * @param head the one row that says how far it is
 * @param entries each place with what is in it, up to {@code :last}
 * @param unlinked what has no place
 * @param slippedIn the last of those
 */
record ChainTables(String head, String entries, String unlinked, String slippedIn) {

    static final ChainTables OF_UTILITY = new ChainTables("audit_chain", """
            select l.number, l.entry_id, l.salt, l.detail_digest, l.hash,
                   e.id, e.occurred_at, e.actor, e.action, e.subject, e.detail
              from audit_link l left join audit_entry e on e.id = l.entry_id
             where l.number <= :last order by l.number""", """
            select e.id, e.occurred_at, e.actor, e.action, e.subject, e.detail from audit_entry e
             where not exists (select from audit_link l where l.entry_id = e.id) order by e.id""", """
            select e.id from audit_entry e
             where not exists (select from audit_link l where l.entry_id = e.id)
             order by e.occurred_at desc limit 1""");

    /** Their acts are numbered: a number is read as the uuid that ends in it. */
    static final ChainTables OF_OPERATORS = new ChainTables("platform.operator_chain", """
            select l.number, lpad(to_hex(l.entry_id), 32, '0')::uuid as entry_id, l.salt, l.detail_digest, l.hash,
                   lpad(to_hex(e.id), 32, '0')::uuid as id, e.occurred_at, e.actor, e.action, e.slug as subject,
                   case when l.salt is not null or e.detail <> '' then e.detail end as detail
              from platform.operator_link l left join platform.operator_audit e on e.id = l.entry_id
             where l.number <= :last order by l.number""", """
            select lpad(to_hex(e.id), 32, '0')::uuid as id, e.occurred_at, e.actor, e.action, e.slug as subject, e.detail
              from platform.operator_audit e
             where not exists (select from platform.operator_link l where l.entry_id = e.id) order by e.id""", """
            select lpad(to_hex(e.id), 32, '0')::uuid from platform.operator_audit e
             where not exists (select from platform.operator_link l where l.entry_id = e.id)
             order by e.id desc limit 1""");
}
