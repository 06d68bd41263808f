--liquibase formatted sql

--changeset ondine:payment-host
--comment Where the payer is signed in, so that the provider sends them back there; null for the utility's canonical host.
alter table payment add column host text;
