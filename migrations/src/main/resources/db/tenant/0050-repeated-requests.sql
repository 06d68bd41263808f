--liquibase formatted sql

--changeset ondine:repeated-requests
--comment What a program was answered, so that a request that it sends again is done once. Kept for a day.
create table provider_request (
    client_id   uuid not null references provider_client,
    key         text not null,
    body_digest bytea not null,
    answer      text,
    asked_at    timestamptz not null,
    primary key (client_id, key)
);
create index provider_request_time on provider_request (asked_at);
