--liquibase formatted sql

--changeset ondine:leak-mails
--comment Which mails told somebody of a leak, or what was decided by an event of its file; one that came back told nobody.
create table leak_mail (
    source      uuid primary key,
    file_id     uuid not null references leak_file on delete cascade,
    decision    uuid,
    sent_on     date not null,
    reader      text not null,
    returned_at timestamptz
);
create index leak_mail_file on leak_mail (file_id);

--comment What happened to a file beside what an earlier release knows: it cannot read such names from leak_event.
create table leak_step (
    id      uuid primary key,
    file_id uuid not null references leak_file on delete cascade,
    at      timestamptz not null,
    what    text not null,
    by      text not null,
    detail  text not null
);
create index leak_step_file on leak_step (file_id, at);

--comment Within the month a subscriber may ask to have the meter checked (CGCT L2224-12-4 III bis); the service answers within a month.
alter table leak_file
    add column check_asked_on date,
    add column check_answered_on date;
