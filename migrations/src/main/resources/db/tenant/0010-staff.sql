--liquibase formatted sql

--changeset ondine:staff
--comment Those who work at the utility, apart from its subscribers: no row of one table can become a session of the other.
create table staff_member (
    id                    uuid primary key,
    email                 text not null,
    name                  text not null,
    role                  text not null check (role in ('AGENT', 'ADMINISTRATOR')),
    state                 text not null check (state in ('INVITED', 'ACTIVE', 'SUSPENDED')),
    password_hash         text,
    totp_secret           bytea,
    last_totp_step        bigint not null default 0,
    security_version      integer not null default 0,
    invitation_hash       bytea unique,
    invitation_expires_at timestamptz,
    created_at            timestamptz not null,
    last_sign_in_at       timestamptz
);
create unique index staff_member_email on staff_member (email);

create table staff_recovery_code (
    staff_id uuid not null references staff_member on delete cascade,
    digest   bytea not null,
    primary key (staff_id, digest)
);
