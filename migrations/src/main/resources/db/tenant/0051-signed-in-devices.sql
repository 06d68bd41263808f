--liquibase formatted sql

--changeset ondine:signed-in-devices
--comment Where a person is signed in: one row for a session, or for a remembered device and all its sessions.
create table user_session (
    id               uuid primary key,
    user_id          uuid not null references user_account on delete cascade,
    series           text unique references remember_me_token on delete set null,
    security_version integer not null,
    browser          text not null,
    system           text not null,
    began_at         timestamptz not null,
    last_used        timestamptz not null
);
create index user_session_user on user_session (user_id);

--changeset ondine:known-browsers
--comment The digest of what a browser was given when it signed in, so that another one is told of.
create table known_browser (
    user_id   uuid not null references user_account on delete cascade,
    mark      bytea not null,
    last_used timestamptz not null,
    primary key (user_id, mark)
);
