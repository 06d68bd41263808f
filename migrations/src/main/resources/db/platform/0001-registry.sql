--liquibase formatted sql

--changeset ondine:registry
--comment Every utility of the platform: where it lives and how far its schema is.
create table tenant (
    slug                text primary key check (slug ~ '^[a-z0-9_]{1,55}$'),
    state               text not null check (state in ('PROVISIONING', 'READY', 'SUSPENDED', 'FAILED')),
    cluster             text not null default 'main',
    configuration       text not null default '',
    configuration_version integer not null default 1,
    schema_version      text,
    schema_fingerprint  text,
    last_error          text,
    created_at          timestamptz not null default now(),
    updated_at          timestamptz not null default now()
);
create table tenant_host (
    host   text primary key check (host = lower(host)),
    slug   text not null references tenant
);
create index tenant_host_slug on tenant_host (slug);

--changeset ondine:registry-rights
grant usage on schema platform to ondine_app;
grant select on tenant, tenant_host to ondine_app;
