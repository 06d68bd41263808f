--liquibase formatted sql

--changeset ondine:operators
--comment Those who run the platform: by invitation, with a password and a second factor. No utility's role sees them.
create table operator_account (
    id                    uuid primary key,
    email                 text not null unique check (email = lower(email)),
    name                  text not null,
    permission            text not null check (permission in ('VIEW', 'OPERATE', 'ADMINISTER')),
    state                 text not null check (state in ('INVITED', 'ACTIVE', 'REVOKED')),
    password_hash         text,
    totp_secret           bytea,
    last_totp_step        bigint not null default 0,
    security_version      integer not null default 0,
    invitation_hash       bytea unique,
    invitation_expires_at timestamptz,
    created_at            timestamptz not null,
    last_sign_in_at       timestamptz,
    constraint active_has_both_factors
        check (state <> 'ACTIVE' or (password_hash is not null and totp_secret is not null))
);
create table operator_recovery_code (
    operator_id uuid not null references operator_account on delete cascade,
    mac         text not null,
    primary key (operator_id, mac)
);

--changeset ondine:operators-rights
grant select, insert, update on operator_account to ondine_app;
grant select, insert, delete on operator_recovery_code to ondine_app;
