--liquibase formatted sql

--changeset ondine:mails-of-a-person
--comment The mails to an address are found without looking at the others.
create index mail_recipient on mail (lower(recipient));

--changeset ondine:retention
--comment What was removed because its time was over: one line for a rule and a day on which there was something.
create table retention_report (
    id         uuid primary key,
    rule       text not null,
    before     timestamptz not null,
    removed    bigint not null check (removed > 0),
    ended_at   timestamptz not null
);
create index retention_report_ended on retention_report (ended_at desc);
