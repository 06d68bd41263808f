--liquibase formatted sql

--changeset ondine:mails-for-staff
--comment What a mail is about, and for what it is sent once: a mail with a source holds no secret, and may be sent again.
alter table mail
    add column kind text,
    add column source uuid,
    add column agreement_id uuid references agreement,
    add column withdrawn_at timestamptz,
    add column given_up_at timestamptz;
create unique index mail_source on mail (source) where source is not null;
create index mail_created on mail (created_at desc, id desc);
create index mail_failed on mail (created_at desc, id desc) where sent_at is null and attempts > 0;

--comment Addresses that their mail server refused for good: nothing is sent there until they are given anew.
create table bounced_address (
    address    text primary key,
    bounced_at timestamptz not null,
    reason     text not null
);
