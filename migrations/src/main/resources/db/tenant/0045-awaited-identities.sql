--liquibase formatted sql

--changeset ondine:awaited-identities
--comment Who came from FranceConnect, asked for a space and has not confirmed it yet, with where the mail went.
create table awaited_identity (
    issuer   text not null,
    subject  text not null,
    email    text not null,
    asked_at timestamptz not null,
    primary key (issuer, subject)
);
--comment When somebody whom FranceConnect alone lets in was told that the utility offers it no longer.
alter table linked_identity add column told_closed_at timestamptz;
--rollback alter table linked_identity drop column told_closed_at;
--rollback drop table awaited_identity;
