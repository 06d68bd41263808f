--liquibase formatted sql

--changeset ondine:mails-of-invoices
--comment Invoices that are issued and not announced yet: those between the two ids.
create table invoice_to_announce (
    id            uuid primary key,
    first_invoice uuid not null,
    last_invoice  uuid not null,
    noted_at      timestamptz not null
);

--comment A round of a day that tells of what is due soon; until is the last agreement that is done.
create table due_soon_round (
    id       uuid primary key,
    day      date not null unique,
    until    uuid,
    begun_at timestamptz not null,
    ended_at timestamptz
);

--comment Which announcements somebody refuses.
create table mail_refusal (
    user_id    uuid not null references user_account on delete cascade,
    kind       text not null check (kind in ('ISSUED', 'DUE_SOON')),
    refused_at timestamptz not null,
    primary key (user_id, kind)
);

--comment By which address, and by the digest of which token, mails like this one are refused, and by whom.
alter table mail
    add column unsubscribe text,
    add column refusal_token bytea,
    add column refusal_kind text,
    add column refusal_user uuid references user_account on delete set null;
create unique index mail_refusal_token on mail (refusal_token) where refusal_token is not null;
create index mail_refusal_user on mail (refusal_user) where refusal_user is not null;
