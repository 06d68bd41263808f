--liquibase formatted sql

--changeset ondine:invoices-of-a-run
--comment Of which run an invoice is, so that its post is not that of another one of the same day; nothing where no run issued it, or an earlier release did. No run is ever deleted: a foreign key would be looked at, and an index written, for each invoice of a run; those of its day are found without.
alter table invoice add column run_id uuid;
--comment What may be issued one by one: fees, late charges and credit notes.
create index invoice_single on invoice (issued_on, id) where kind in ('ONE_OFF', 'OPENING', 'CREDIT_NOTE');
