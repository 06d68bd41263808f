--liquibase formatted sql

--changeset ondine:plan-settlements
--comment What became of the difference once the year of a plan was billed, and what a plan took over from the one before.
alter table instalment_plan
    add column carried numeric(15, 2) not null default 0,
    add column settled_on date,
    add column outcome text,
    add column settled_left numeric(15, 2);

--changeset ondine:plan-refunds
--comment What was paid too much and is given back by the utility's own means; paid_amount is what the ledger was told.
create table plan_refund (
    plan_id      uuid primary key references instalment_plan on delete cascade,
    agreement_id uuid not null references agreement,
    amount       numeric(15, 2) not null check (amount > 0),
    noted_on     date not null,
    paid_on      date,
    paid_by      text,
    paid_amount  numeric(15, 2),
    check ((paid_on is null) = (paid_by is null) and (paid_on is null) = (paid_amount is null))
);
create index plan_refund_waiting on plan_refund (noted_on, plan_id) where paid_on is null;
create index plan_refund_agreement on plan_refund (agreement_id);
