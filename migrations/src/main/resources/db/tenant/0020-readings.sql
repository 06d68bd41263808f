--liquibase formatted sql

--changeset ondine:readings-in-doubt
--comment What made a reading doubtful when it was recorded, and who has found it right since. Few readings have one: the list of those to check needs no index on all readings.
create table reading_doubt (
    reading_id   uuid primary key references reading on delete cascade,
    doubt        text not null,
    read_on      date not null,
    litres       bigint not null,
    usual_litres bigint,
    noted_at     timestamptz not null,
    confirmed_at timestamptz,
    confirmed_by text,
    check ((confirmed_at is null) = (confirmed_by is null))
);
create index reading_doubt_open on reading_doubt (read_on desc, reading_id) where confirmed_at is null;
create index reading_doubt_confirmed on reading_doubt (confirmed_at desc, reading_id) where confirmed_at is not null;

--changeset ondine:withdrawn-readings
--comment Readings that no longer stand, as they were: corrected, set aside, or replaced by who had sent them. What reads the table of readings, in this release or the one before, finds those alone that stand.
create table withdrawn_reading (
    reading_id     uuid not null,
    meter_id       uuid not null references meter,
    read_on        date not null,
    register_value bigint not null,
    source         text not null,
    quality        text not null,
    submitted_by   uuid references user_account on delete set null,
    recorded_at    timestamptz not null,
    withdrawn_at   timestamptz not null,
    withdrawn_by   text not null,
    reason         text not null,
    replaced_by    uuid,
    primary key (reading_id, withdrawn_at)
);
create index withdrawn_reading_meter on withdrawn_reading (meter_id, read_on);
create index withdrawn_reading_submitted_by on withdrawn_reading (submitted_by) where submitted_by is not null;

--changeset ondine:repaired-since-a-run-was-ordered
--comment What a run set aside and simulates again sees readings until then; the rest of the run sees those of its order.
create table billing_seen (
    run_id       uuid not null references billing_run,
    agreement_id uuid not null references agreement,
    seen_until   timestamptz not null,
    primary key (run_id, agreement_id)
);
