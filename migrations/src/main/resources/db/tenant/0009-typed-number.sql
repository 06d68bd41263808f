--liquibase formatted sql

--changeset ondine:pending-claim-typed-number
--comment The number that the person typed, which may be an older one: when the contract opens they are told the new one.
alter table pending_claim add column typed_number text;
