--liquibase formatted sql

--changeset ondine:billing-runs
--comment A round (tournée) is the way of whoever reads the meters.
alter table service_point add round text;
create index service_point_round on service_point (round);

--comment What an invoice says of a line besides its amount: which charge, of how many units the price is, for which days where these are not those of the invoice.
alter table invoice_line
    add charge      text,
    add price_units smallint not null default 1 check (price_units > 0),
    add used_from   date,
    add used_until  date;
--comment A credit note says which invoice it takes back, or a part of it, and why.
alter table invoice add corrects uuid references invoice;
alter table invoice add reason text;
--comment Of each kind there is one invoice of a period, until it is credited whole: then there may be a second (1), and so on. None of one that came by import.
alter table invoice add issue smallint check (issue >= 0);
create unique index invoice_issue on invoice (agreement_id, kind, period_from, issue) where issue is not null;
create index invoice_corrects on invoice (corrects) where corrects is not null;

--comment The registers between which an invoice billed, in litres, as they were that day.
create table invoice_meter (
    invoice_id     uuid not null references invoice,
    position       smallint not null,
    serial         text not null,
    read_from      date not null,
    register_from  bigint not null,
    read_until     date not null,
    register_until bigint not null,
    litres         bigint not null check (litres >= 0),
    is_estimated   boolean not null,
    primary key (invoice_id, position),
    check (read_from < read_until)
);

--comment Numbers are taken from it in the transaction that issues their invoices: they leave no gap.
create table invoice_series (
    series      text primary key,
    last_number bigint not null check (last_number >= 0)
);

create table billing_run (
    id             uuid primary key,
    kind           text not null check (kind in ('ACTUAL', 'ESTIMATED', 'CLOSING')),
    period_from    date not null,
    period_until   date not null,
    read_until     date not null,
    issued_on      date not null,
    due_on         date not null,
    perimeter      text not null check (perimeter in ('ALL', 'ROUND', 'STREET', 'LIST')),
    perimeter_of   text[] not null,
    state          text not null check (state in ('SIMULATING', 'SIMULATED', 'ISSUING', 'ISSUED', 'CANCELLED')),
    is_paused      boolean not null default false,
    seen_until     timestamptz not null,
    created_at     timestamptz not null,
    created_by     text not null,
    validated_at   timestamptz,
    validated_by   text,
    ended_at       timestamptz,
    check (period_from < period_until and due_on >= issued_on)
);
create index billing_run_created on billing_run (created_at desc);

--comment So many agreements that are done at once: what was done of a run is what its chunks say.
create table billing_chunk (
    run_id          uuid not null references billing_run,
    number          integer not null,
    first_agreement uuid not null,
    last_agreement  uuid not null,
    drafts          integer,
    parked          integer,
    net_amount      numeric(15,2),
    vat_amount      numeric(15,2),
    claimed_until   timestamptz,
    simulated_at    timestamptz,
    issued          integer,
    issued_at       timestamptz,
    primary key (run_id, number)
);

create table billing_draft (
    run_id       uuid not null references billing_run,
    agreement_id uuid not null references agreement,
    net_amount   numeric(15,2) not null,
    vat_amount   numeric(15,2) not null,
    litres       bigint not null,
    digest       bigint not null,
    primary key (run_id, agreement_id)
);

create table billing_parked (
    run_id       uuid not null references billing_run,
    agreement_id uuid not null references agreement,
    reason       text not null,
    detail       text not null,
    confirmed_at timestamptz,
    confirmed_by text,
    primary key (run_id, agreement_id)
);
