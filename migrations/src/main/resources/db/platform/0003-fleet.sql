--liquibase formatted sql

--changeset ondine:fleet
--comment Life of a utility: its states, what it may use, the day its deletion becomes possible.
alter table tenant drop constraint tenant_state_check;
alter table tenant add constraint tenant_state_check
    check (state in ('DRAFT', 'PROVISIONING', 'READY', 'SUSPENDED', 'FAILED', 'ARCHIVED'));
alter table tenant
    add column name text not null default '',
    add column schema_changes integer,
    add column revision bigint not null default 0,
    add column requests_per_second integer not null default 100 check (requests_per_second > 0),
    add column concurrent_jobs integer not null default 4 check (concurrent_jobs > 0),
    add column mails_per_day integer not null default 5000 check (mails_per_day > 0),
    add column storage_megabytes integer not null default 20000 check (storage_megabytes > 0),
    add column delete_after timestamptz;
create index tenant_state on tenant (state, slug);

--changeset ondine:fleet-revision splitStatements:false
--comment Every change of a row gets a number of its own, so that one sum tells every node whether anything changed; times would not: they are those of the transaction's begin.
create sequence tenant_revision;
create function number_revision() returns trigger language plpgsql security definer set search_path = platform, pg_temp as
$$
begin
    new.revision := nextval('tenant_revision');
    return new;
end
$$;
create trigger tenant_revision before insert or update on tenant for each row execute function number_revision();
update tenant set updated_at = updated_at;
--rollback drop trigger tenant_revision on tenant;

--changeset ondine:fleet-history
--comment Every configuration that was ever in force, and who put it there.
create table tenant_configuration (
    slug          text not null references tenant on delete cascade,
    version       integer not null,
    configuration text not null,
    applied_at    timestamptz not null default now(),
    applied_by    text not null,
    reason        text not null default '',
    primary key (slug, version)
);
insert into tenant_configuration (slug, version, configuration, applied_at, applied_by)
    select slug, configuration_version, configuration, updated_at, 'system' from tenant where configuration <> '';

--changeset ondine:fleet-audit
--comment What operators did, kept when the utility is gone.
create table operator_audit (
    id          bigint generated always as identity primary key,
    occurred_at timestamptz not null default now(),
    actor       text not null,
    action      text not null,
    slug        text not null,
    detail      text not null default ''
);
create index operator_audit_slug on operator_audit (slug, id);

--changeset ondine:fleet-measure
--comment How large and how busy a utility is, measured now and then; apart from its row, whose changes every node reads.
create table tenant_measure (
    slug          text primary key references tenant on delete cascade,
    agreements    bigint not null,
    bytes         bigint not null,
    last_activity timestamptz,
    measured_at   timestamptz not null default now()
);

--changeset ondine:fleet-rights
grant select on tenant_configuration, operator_audit, tenant_measure to ondine_app;
grant insert on operator_audit to ondine_app;
grant insert, update on tenant_measure to ondine_app;
