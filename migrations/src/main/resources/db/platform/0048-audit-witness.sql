--liquibase formatted sql

--changeset ondine:audit-witness
--comment How far the audit trail of a utility had come, kept out of its reach and signed: what is cut off its end is missed.
create table audit_witness (
    slug     text not null references tenant on delete cascade,
    chain_id uuid not null,
    number   bigint not null,
    hash     bytea not null,
    taken_at timestamptz not null,
    mac      text not null,
    primary key (slug, chain_id, number)
);
grant select, insert on audit_witness to ondine_app;
