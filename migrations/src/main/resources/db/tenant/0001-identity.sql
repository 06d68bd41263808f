--liquibase formatted sql

--changeset ondine:identity
create table user_account (
    id               uuid primary key,
    email            text not null,
    password_hash    text,
    title            text,
    first_name       text,
    last_name        text,
    state            text not null check (state in ('PENDING', 'ACTIVE', 'DELETED')),
    security_version integer not null default 0,
    created_at       timestamptz not null,
    activated_at     timestamptz,
    last_sign_in_at  timestamptz,
    version          integer not null default 0
);
create unique index user_account_email on user_account (lower(email)) where state <> 'DELETED';

create table email_token (
    hash       bytea primary key,
    purpose    text not null check (purpose in ('ACTIVATION', 'PASSWORD_RESET', 'EMAIL_CHANGE', 'EMAIL_CHANGE_UNDO', 'CLAIM_ACTIVATION')),
    user_id    uuid not null references user_account on delete cascade,
    payload    text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index email_token_user on email_token (user_id, purpose);

create table remember_me_token (
    series        text primary key,
    user_id       uuid not null references user_account on delete cascade,
    token_hash    text not null,
    previous_hash text,
    last_used     timestamptz not null
);
create index remember_me_token_user on remember_me_token (user_id);

create table audit_entry (
    id          uuid primary key,
    occurred_at timestamptz not null,
    actor       text not null,
    action      text not null,
    subject     text not null,
    detail      text
);
create index audit_entry_subject on audit_entry (subject, occurred_at);
