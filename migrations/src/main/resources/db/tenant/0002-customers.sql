--liquibase formatted sql

--changeset ondine:customers
create table premise (
    id          uuid primary key,
    reference   text not null unique,
    street      text not null,
    complement  text,
    postcode    text not null,
    city        text not null
);
create table service_point (
    id         uuid primary key,
    reference  text not null unique,
    premise_id uuid not null references premise,
    service    text not null check (service in ('WATER', 'SEWERAGE'))
);
create index service_point_premise on service_point (premise_id);

create table customer (
    id           uuid primary key,
    reference    text not null unique,
    kind         text not null check (kind in ('PERSON', 'ORGANISATION')),
    title        text,
    first_name   text,
    last_name    text not null,
    email        text,
    phone        text,
    mobile       text,
    street       text,
    complement   text,
    postcode     text,
    city         text,
    siren        text,
    vat_number   text
);
create index customer_email on customer (lower(email));

--comment Numbers are stored as the utility's NumberFormat normalises them: without spaces, dots or slashes. A mac finds an equal secret again without opening it.
create table agreement (
    id               uuid primary key,
    number           text not null unique,
    customer_id      uuid not null references customer,
    service_point_id uuid not null references service_point,
    service          text not null check (service in ('WATER', 'SEWERAGE')),
    occupant         text,
    claim_key        bytea,
    claim_key_mac    text,
    payment_method   text not null check (payment_method in ('ON_INVOICE', 'DIRECT_DEBIT', 'INSTALMENTS')),
    started_on       date not null,
    ended_on         date,
    check (ended_on is null or ended_on >= started_on)
);
create index agreement_customer on agreement (customer_id);
create index agreement_service_point on agreement (service_point_id);

--comment A number that the agreement had before a re-numbering; kept for ever, accepted everywhere a number is.
create table agreement_alias (
    number        text primary key,
    agreement_id  uuid not null references agreement,
    replaced_on   date not null,
    operator      text
);
create index agreement_alias_agreement on agreement_alias (agreement_id);

--comment Without an agreement it opens all that the customer holds, now and later; the utility's claim rule chooses.
create table customer_link (
    id           uuid primary key,
    user_id      uuid not null references user_account on delete cascade,
    customer_id  uuid not null references customer,
    agreement_id uuid references agreement,
    proof        text not null,
    linked_at    timestamptz not null,
    unique nulls not distinct (user_id, customer_id, agreement_id)
);
create index customer_link_customer on customer_link (customer_id);

--comment A claim that waits: for a link mailed to the address on file (confirmation is its digest), for the activation of
--comment the account (no confirmation), or for staff.
create table pending_claim (
    id           uuid primary key,
    user_id      uuid references user_account on delete cascade,
    agreement_id uuid not null references agreement,
    state        text not null check (state in ('AWAITING_MAIL', 'AWAITING_STAFF', 'APPROVED', 'REFUSED')),
    proof        text not null,
    confirmation bytea unique,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    decided_at   timestamptz,
    decided_by   text,
    version      integer not null default 0
);
create index pending_claim_state on pending_claim (state, created_at);
create index pending_claim_agreement on pending_claim (agreement_id);
create index pending_claim_user on pending_claim (user_id);

create table mandate (
    id             uuid primary key,
    agreement_id   uuid not null references agreement,
    reference      text not null,
    creditor       text not null,
    holder         text not null,
    iban           bytea not null,
    iban_mac       text,
    iban_masked    text not null,
    bank           text,
    signed_on      date not null,
    revoked_on     date,
    unique (creditor, reference)
);
create index mandate_agreement on mandate (agreement_id);
