--liquibase formatted sql

--changeset ondine:provider
--comment The utility's own provider of identities and of access to its interface: keys, programs, what they were let do. Of each secret only a digest is kept; a key's private half is sealed.
create table provider_key (
    id           text primary key,
    state        text not null check (state in ('NEXT', 'ACTIVE', 'RETIRED')),
    public_key   text not null,
    private_key  bytea not null,
    created_at   timestamptz not null,
    activated_at timestamptz,
    leaves_at    timestamptz
);
create unique index provider_key_one_active on provider_key (state) where state = 'ACTIVE';
create unique index provider_key_one_next on provider_key (state) where state = 'NEXT';

create table provider_client (
    id            uuid primary key,
    client_id     text not null unique,
    name          text not null,
    kind          text not null check (kind in ('MACHINE', 'APPLICATION')),
    secret_hash   text,
    public_keys   text,
    redirect_uris text[] not null,
    scopes        text[] not null,
    created_at    timestamptz not null,
    created_by    text not null,
    withdrawn_at  timestamptz,
    check ((secret_hash is null) <> (public_keys is null))
);

create table provider_consent (
    client_id uuid not null references provider_client,
    user_id   uuid not null references user_account on delete cascade,
    scopes    text[] not null,
    given_at  timestamptz not null,
    primary key (client_id, user_id)
);
create index provider_consent_user on provider_consent (user_id);

create table provider_authorization (
    id               uuid primary key,
    client_id        uuid not null references provider_client,
    user_id          uuid references user_account on delete cascade,
    security_version integer,
    grant_type       text not null,
    requested_scopes text[] not null,
    scopes           text[] not null,
    redirect_uri     text,
    client_state     text,
    code_challenge   text,
    nonce            text,
    consent_digest   bytea unique,
    code_digest      bytea unique,
    code_expires_at  timestamptz,
    code_used_at     timestamptz,
    created_at       timestamptz not null,
    ends_at          timestamptz not null,
    revoked_at       timestamptz,
    check ((user_id is null) = (security_version is null))
);
create index provider_authorization_client on provider_authorization (client_id);
create index provider_authorization_user on provider_authorization (user_id);
create index provider_authorization_end on provider_authorization (ends_at);

create table provider_access (
    digest           bytea primary key,
    authorization_id uuid not null references provider_authorization on delete cascade,
    issued_at        timestamptz not null,
    expires_at       timestamptz not null,
    revoked_at       timestamptz
);
create index provider_access_authorization on provider_access (authorization_id);
create index provider_access_end on provider_access (expires_at);

create table provider_refresh (
    digest           bytea primary key,
    authorization_id uuid not null references provider_authorization on delete cascade,
    issued_at        timestamptz not null,
    expires_at       timestamptz not null,
    used_at          timestamptz
);
create index provider_refresh_authorization on provider_refresh (authorization_id);
