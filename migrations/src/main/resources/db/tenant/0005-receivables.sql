--liquibase formatted sql

--changeset ondine:ledger
--comment Double entry, append only. A positive amount is a debit. Each entry sums to zero; a balance is a sum, never a column.
create table ledger_entry (
    id           uuid primary key,
    kind         text not null check (kind in ('INVOICE', 'CREDIT_NOTE', 'PAYMENT', 'REFUND', 'RETURN', 'WRITE_OFF', 'ADJUSTMENT')),
    source       text not null unique,
    effective_on date not null,
    recorded_at  timestamptz not null,
    description  text not null
);
create table posting (
    entry_id     uuid not null references ledger_entry,
    position     smallint not null,
    account      text not null check (account in ('RECEIVABLE', 'REVENUE', 'VAT', 'CARD_CLEARING', 'BANK', 'UNALLOCATED')),
    agreement_id uuid not null references agreement,
    invoice_id   uuid references invoice,
    amount       numeric(15,2) not null check (amount <> 0),
    primary key (entry_id, position),
    check ((account = 'RECEIVABLE') = (invoice_id is not null) or account <> 'RECEIVABLE')
);
create index posting_invoice on posting (invoice_id) include (amount) where account = 'RECEIVABLE';
create index posting_agreement on posting (agreement_id, account) include (amount);

--changeset ondine:ledger-balanced splitStatements:false
create function ledger_entry_balanced() returns trigger language plpgsql as
$$
begin
    if (select sum(amount) from posting where entry_id = new.entry_id) <> 0 then
        raise exception 'ledger entry % does not sum to zero', new.entry_id using errcode = 'check_violation';
    end if;
    return null;
end
$$;
--rollback drop function ledger_entry_balanced();

--changeset ondine:ledger-balanced-trigger
create constraint trigger posting_balanced after insert on posting
    deferrable initially deferred for each row execute function ledger_entry_balanced();
