--liquibase formatted sql

--changeset ondine:imports
create table import_run (
    id           uuid primary key,
    file_name    text not null,
    sha256       bytea not null,
    started_at   timestamptz not null,
    finished_at  timestamptz,
    state        text not null check (state in ('RUNNING', 'DONE', 'REFUSED', 'FAILED')),
    known_on     date,
    report       text
);
create index import_run_started on import_run (started_at desc);
