--liquibase formatted sql

--changeset ondine:operator-keys
--comment Keys by which programs act in an operator's name, for a year at most; of each only the digest is kept.
create table operator_key (
    id           uuid primary key,
    operator_id  uuid not null references operator_account,
    name         text not null,
    permission   text not null check (permission in ('VIEW', 'OPERATE', 'ADMINISTER')),
    digest       bytea not null unique,
    created_at   timestamptz not null,
    expires_at   timestamptz not null check (expires_at > created_at and expires_at <= created_at + interval '366 days'),
    last_used_at timestamptz,
    revoked_at   timestamptz
);
create index operator_key_operator on operator_key (operator_id);
grant select, insert, update on operator_key to ondine_app;
