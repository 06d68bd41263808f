--liquibase formatted sql

--changeset ondine:plan-reliefs
--comment Until when whoever agreed or changed the amounts of a plan knew what was credited for leaks; without it, the day on which it was agreed.
alter table instalment_plan add column reliefs_seen_at timestamptz;
