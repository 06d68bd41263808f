--liquibase formatted sql

--changeset ondine:metering
create table meter (
    id       uuid primary key,
    serial   text not null unique,
    dials    smallint not null check (dials between 3 and 9),
    diameter_mm smallint
);
create table meter_installation (
    id               uuid primary key,
    meter_id         uuid not null references meter,
    service_point_id uuid not null references service_point,
    installed_on     date not null,
    install_register bigint not null,
    removed_on       date,
    removal_register bigint,
    unique (meter_id, installed_on),
    check (removed_on is null or (removed_on >= installed_on and removal_register is not null))
);
create index meter_installation_service_point on meter_installation (service_point_id, installed_on);

--comment register_value is in litres; a subscriber reads and types whole cubic metres.
create table reading (
    id               uuid primary key,
    meter_id         uuid not null references meter,
    read_on          date not null,
    register_value   bigint not null check (register_value >= 0),
    source           text not null check (source in ('AGENT', 'CUSTOMER', 'REMOTE', 'UTILITY')),
    quality          text not null check (quality in ('ACTUAL', 'ESTIMATED')),
    submitted_by     uuid references user_account on delete set null,
    recorded_at      timestamptz not null,
    unique (meter_id, read_on, source)
);
create index reading_meter on reading (meter_id, read_on desc);
