--liquibase formatted sql

--changeset ondine:leak-files
--comment A use of more than twice what is usual, by the reading that showed it: whom it was told, the certificate, and what was decided.
create table leak_file (
    id              uuid primary key,
    agreement_id    uuid not null references agreement,
    used_from       date not null,
    read_on         date not null,
    litres          bigint not null,
    mean_litres     bigint not null check (mean_litres > 0),
    is_of_zone      boolean not null,
    state           text not null check (state in ('DETECTED', 'AWAITING', 'RECEIVED', 'CHECKED', 'REFUSED', 'CREDITED')),
    detected_at     timestamptz not null,
    invoice_id      uuid references invoice,
    mailed_at       timestamptz,
    notified_on     date,
    notice_channel  text check (notice_channel in ('MAIL', 'INVOICE')),
    notice_proof    text,
    answer_by       date,
    certificate_id  uuid references document,
    certificate_on  date,
    certificate_by  text,
    leak_place      text,
    repaired_on     date,
    scan            text check (scan in ('CLEAN', 'NOT_SCANNED')),
    decided_at      timestamptz,
    decided_by      text,
    decision_reason text,
    unique (agreement_id, read_on),
    check (used_from < read_on and litres > 0),
    check ((notified_on is null) = (answer_by is null) and (notified_on is null) = (notice_channel is null)),
    check ((decided_at is null) = (decided_by is null))
);
create index leak_file_state on leak_file (state, read_on desc, id);
create index leak_file_invoice on leak_file (invoice_id) where invoice_id is not null;
create index leak_file_unmailed on leak_file (detected_at) where mailed_at is null;

create table leak_event (
    id      uuid primary key,
    file_id uuid not null references leak_file on delete cascade,
    at      timestamptz not null,
    what    text not null,
    by      text not null,
    detail  text not null
);
create index leak_event_file on leak_event (file_id, at);

--comment An invoice is relieved once.
create table leak_credit (
    invoice_id     uuid primary key references invoice,
    file_id        uuid not null references leak_file,
    credit_note_id uuid not null unique references invoice
);
create index leak_credit_file on leak_credit (file_id);
