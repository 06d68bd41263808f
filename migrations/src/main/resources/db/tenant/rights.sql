-- What the role of a tenant may do, applied after every migration: it sees its own schema and nothing else.
-- The ledger and the audit trail only grow; the database refuses to change or remove what they hold.
-- "All tables in schema" would read the catalogue of every schema, five times for each use; this goes by an index.
revoke all on schema ${schema} from ${role};
grant usage on schema ${schema} to ${role};
do $$
declare
    tables text := (
        select string_agg('${schema}.' || quote_ident(c.relname), ', ')
          from pg_depend d cross join lateral (select * from pg_class where oid = d.objid offset 0) c
         where d.refclassid = 'pg_namespace'::regclass and d.refobjid = '${schema}'::regnamespace
           and d.classid = 'pg_class'::regclass and c.relkind in ('r', 'p', 'v', 'm', 'f'));
begin
    execute 'revoke all on ' || tables || ' from ${role}';
    execute 'grant select, insert, update, delete on ' || tables || ' to ${role}';
end $$;
revoke update, delete on ledger_entry, posting, audit_entry from ${role};
revoke insert, update, delete on audit_chain, audit_link from ${role};
revoke all on databasechangelog, databasechangeloglock from ${role};
