--liquibase formatted sql

--changeset ondine:payments
create table payment (
    id                 uuid primary key,
    agreement_id       uuid not null references agreement,
    invoice_id         uuid references invoice,
    user_id            uuid references user_account on delete set null,
    method             text not null check (method in ('CARD', 'DIRECT_DEBIT', 'TRANSFER', 'CHEQUE', 'CASH', 'TIP')),
    provider           text check (provider in ('STRIPE')),
    amount             numeric(15,2) not null check (amount > 0),
    currency           char(3) not null default 'EUR',
    state              text not null check (state in ('INITIATED', 'PROCESSING', 'SETTLED', 'FAILED', 'CANCELLED', 'RETURNED')),
    reference          text unique,
    idempotency_key    text unique,
    provider_session   text unique,
    provider_payment   text unique,
    checkout_url       text,
    failure            text,
    -- why nobody but staff may decide: what the provider holds is not what we asked for
    parked             text,
    initiated_at       timestamptz not null,
    settled_at         timestamptz,
    received_on        date,
    version            integer not null default 0
);
create index payment_invoice on payment (invoice_id);
create index payment_agreement on payment (agreement_id, initiated_at desc);
--comment One open attempt per invoice: a payment in progress blocks a second one.
create unique index payment_open on payment (invoice_id) where state in ('INITIATED', 'PROCESSING');

create table webhook_event (
    id          uuid primary key,
    provider    text not null,
    event_id    text not null,
    type        text not null,
    payload     text not null,
    received_at timestamptz not null,
    handled_at  timestamptz,
    unique (provider, event_id)
);
