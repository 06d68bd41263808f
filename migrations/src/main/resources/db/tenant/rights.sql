-- What the role of a tenant may do, applied after every migration: it sees its own schema and nothing else.
-- The ledger and the audit trail only grow; the database refuses to change or remove what they hold.
revoke all on schema ${schema} from ${role};
revoke all on all tables in schema ${schema} from ${role};
grant usage on schema ${schema} to ${role};
grant select, insert, update, delete on all tables in schema ${schema} to ${role};
revoke update, delete on ledger_entry, posting, audit_entry from ${role};
revoke all on databasechangelog, databasechangeloglock from ${role};
