--liquibase formatted sql

--changeset ondine:instalment-plans
--comment A year paid month by month. What was paid is not here: the ledger alone knows. An agreement has one plan at a time.
create table instalment_plan (
    id           uuid primary key,
    agreement_id uuid not null references agreement,
    state        text not null check (state in ('AGREED', 'REVISED', 'CLOSED')),
    version      int not null check (version > 0),
    day          int not null check (day between 1 and 28),
    year_amount  numeric(15, 2) not null check (year_amount > 0),
    basis        text not null,
    year_litres  bigint,
    agreed_on    date not null,
    agreed_by    text not null,
    closed_on    date,
    closed_by    text,
    closing      text,
    check ((state = 'CLOSED') = (closed_on is not null and closed_by is not null and closing is not null))
);
create unique index instalment_plan_one_at_a_time on instalment_plan (agreement_id) where state <> 'CLOSED';
create index instalment_plan_agreement on instalment_plan (agreement_id);
create index instalment_plan_newest on instalment_plan (agreed_on desc, id);

create table instalment (
    plan_id  uuid not null references instalment_plan on delete cascade,
    version  int not null,
    position int not null,
    due_on   date not null,
    amount   numeric(15, 2) not null check (amount > 0),
    primary key (plan_id, version, position)
);
