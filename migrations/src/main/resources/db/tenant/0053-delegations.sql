--liquibase formatted sql

--changeset ondine:delegations
--comment Who lets whom see a contract, or pay its invoices too, until which day; invited by a mail, of whose link the digest is kept.
create table delegation (
    id           uuid primary key,
    agreement_id uuid not null references agreement,
    customer_id  uuid not null references customer,
    holder_id    uuid not null references user_account on delete cascade,
    delegate_id  uuid references user_account on delete cascade,
    invited      text,
    may_pay      boolean not null,
    until        date not null,
    invitation   bytea unique,
    invited_at   timestamptz not null,
    open_until   timestamptz not null,
    accepted_at  timestamptz,
    ended_at     timestamptz,
    ended_by     text,
    check ((accepted_at is null) = (delegate_id is null)),
    check ((ended_at is null) = (ended_by is null))
);
create unique index delegation_once on delegation (agreement_id, delegate_id) where ended_at is null;
create index delegation_agreement on delegation (agreement_id) where ended_at is null;
create index delegation_delegate on delegation (delegate_id) where ended_at is null;
create index delegation_holder on delegation (holder_id) where ended_at is null;
