--liquibase formatted sql

--changeset ondine:apologies
--comment Excuses for a letter that should not have been sent: once for each.
create table reminder_apology (
    id        uuid primary key,
    letter_id uuid not null unique references reminder_letter,
    words     text not null,
    by_mail   boolean not null,
    sent_on   date not null,
    sent_by   text not null
);

--changeset ondine:late-charges
--comment A formal notice that went by registered letter, and the day on which it was received.
create table registered_notice (
    letter_id   uuid primary key references reminder_letter,
    number      text not null,
    received_on date not null,
    noted_at    timestamptz not null,
    noted_by    text not null
);

--comment An invoice whose sewerage charge was increased for being late, once, and the invoice that asks for it.
create table late_charge (
    invoice_id uuid primary key references invoice,
    charge_id  uuid not null unique references invoice,
    letter_id  uuid not null references registered_notice,
    base       numeric(15,2) not null check (base > 0)
);
