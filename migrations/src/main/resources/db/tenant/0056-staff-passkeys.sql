--liquibase formatted sql

--changeset ondine:staff-passkeys
--comment The same for those who work at the utility, apart from its subscribers.
create table staff_passkey_holder (
    owner_id uuid primary key references staff_member on delete cascade,
    handle   bytea not null unique check (octet_length(handle) = 32)
);
create table staff_passkey (
    id            uuid primary key,
    owner_id      uuid not null references staff_passkey_holder on delete cascade,
    credential_id bytea not null unique,
    credential    bytea not null,
    counter       bigint not null check (counter >= 0),
    synced        boolean not null,
    host          text not null,
    name          text not null,
    added_at      timestamptz not null,
    last_used_at  timestamptz
);
create index staff_passkey_owner on staff_passkey (owner_id);
