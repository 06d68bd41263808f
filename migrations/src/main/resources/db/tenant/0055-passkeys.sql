--liquibase formatted sql

--changeset ondine:passkeys
--comment The passkeys that open an account, each at one host, and the random name under which devices keep them.
create table passkey_holder (
    owner_id uuid primary key references user_account on delete cascade,
    handle   bytea not null unique check (octet_length(handle) = 32)
);
create table passkey (
    id            uuid primary key,
    owner_id      uuid not null references passkey_holder on delete cascade,
    credential_id bytea not null unique,
    credential    bytea not null,
    counter       bigint not null check (counter >= 0),
    synced        boolean not null,
    host          text not null,
    name          text not null,
    added_at      timestamptz not null,
    last_used_at  timestamptz
);
create index passkey_owner on passkey (owner_id);
