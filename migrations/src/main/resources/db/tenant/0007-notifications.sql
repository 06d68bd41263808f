--liquibase formatted sql

--changeset ondine:notifications
create table mail (
    id         uuid primary key,
    recipient  text not null,
    reply_to   text,
    subject    text not null,
    html       text not null,
    plain      text not null,
    created_at timestamptz not null,
    sent_at    timestamptz,
    attempts   integer not null default 0,
    last_error text
);
create index mail_unsent on mail (created_at) where sent_at is null;
