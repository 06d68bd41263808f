--liquibase formatted sql

--changeset ondine:billing
create table document (
    id         uuid primary key,
    sha256     bytea not null,
    media_type text not null,
    size_bytes bigint not null,
    file_name  text not null,
    stored_at  timestamptz not null
);
--comment number and agreement_number are normalised as on agreement; agreement_number is the one printed on that day. period_to is the last day of the period.
create table invoice (
    id               uuid primary key,
    number           text not null unique,
    kind             text not null check (kind in ('ACTUAL', 'ESTIMATED', 'OPENING', 'CLOSING', 'ONE_OFF', 'CREDIT_NOTE')),
    agreement_id     uuid not null references agreement,
    agreement_number text not null,
    issued_on        date not null,
    due_on           date not null,
    period_from      date,
    period_to        date,
    volume_m3        numeric(12,3),
    net_amount       numeric(15,2) not null,
    vat_amount       numeric(15,2) not null,
    total_amount     numeric(15,2) not null,
    currency         char(3) not null default 'EUR',
    content_hash     bytea not null,
    document_id      uuid references document,
    check (net_amount + vat_amount = total_amount)
);
create index invoice_agreement on invoice (agreement_id, issued_on desc, number desc);

create table invoice_line (
    invoice_id   uuid not null references invoice,
    position     integer not null,
    section      text not null check (section in ('WATER', 'SEWERAGE', 'PUBLIC_BODIES', 'OTHER')),
    label        text not null,
    quantity     numeric(15,3) not null,
    unit         text not null,
    unit_price   numeric(12,6) not null,
    net_amount   numeric(15,2) not null,
    vat_rate     numeric(5,2) not null,
    primary key (invoice_id, position)
);
