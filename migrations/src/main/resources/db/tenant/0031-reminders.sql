--liquibase formatted sql

--changeset ondine:reminders
--comment An invoice that its holder disputes: nobody is reminded of it up to and with that day, unless it is closed before.
create table invoice_dispute (
    id         uuid primary key,
    invoice_id uuid not null references invoice,
    reason     text not null,
    until      date not null,
    opened_at  timestamptz not null,
    opened_by  text not null,
    closed_at  timestamptz,
    closed_by  text
);
create unique index invoice_dispute_open on invoice_dispute (invoice_id) where closed_at is null;

--comment Households under social protection, who are never reminded; only those who bill see it.
create table customer_protection (
    customer_id  uuid primary key references customer,
    protected_at timestamptz not null,
    protected_by text not null
);

--comment Letters that are prepared, looked at and sent together; prepared_until is the last agreement that was looked at.
create table reminder_batch (
    id             uuid primary key,
    state          text not null check (state in ('PREPARING', 'READY', 'SENDING', 'SENT', 'RECALLED')),
    day            date not null,
    prepared_until uuid,
    looked_at      integer not null default 0,
    created_at     timestamptz not null,
    created_by     text not null,
    sent_on        date,
    sent_by        text,
    reminder_text  text,
    notice_text    text,
    posted_at      timestamptz,
    recalled_at    timestamptz,
    recalled_by    text
);
create index reminder_batch_created on reminder_batch (created_at desc);

create table reminder_letter (
    id           uuid primary key,
    batch_id     uuid not null references reminder_batch,
    agreement_id uuid not null references agreement,
    step         text check (step in ('REMINDER', 'FORMAL_NOTICE')),
    state        text not null check (state in ('PROPOSED', 'KEPT', 'REMOVED', 'SENT', 'DROPPED', 'RECALLED')),
    reason       text,
    amount       numeric(15,2) not null,
    oldest_due   date not null,
    by_mail      boolean not null,
    by_paper     boolean not null,
    sent_on      date,
    decided_by   text,
    unique (batch_id, agreement_id)
);
create index reminder_letter_batch on reminder_letter (batch_id, state, id);
create index reminder_letter_agreement on reminder_letter (agreement_id, sent_on) where sent_on is not null;

--comment What a letter asks for; it counts from the moment when it is sent until it is recalled, and each step once for each invoice.
create table reminder_debt (
    letter_id  uuid not null references reminder_letter on delete cascade,
    invoice_id uuid not null references invoice,
    step       text not null check (step in ('REMINDER', 'FORMAL_NOTICE')),
    amount     numeric(15,2) not null check (amount > 0),
    counts     boolean not null default false,
    primary key (letter_id, invoice_id)
);
create unique index reminder_debt_once on reminder_debt (invoice_id, step) where counts;

--changeset ondine:one-open-batch
--comment Two that are open at once would propose the same letters.
create unique index reminder_batch_open on reminder_batch ((true)) where state in ('PREPARING', 'READY', 'SENDING');
