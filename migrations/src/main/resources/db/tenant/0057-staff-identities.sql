--liquibase formatted sql

--changeset ondine:staff-identities
--comment Who ProConnect says a person of the staff is, by the identifier that it gives this utility alone.
create table staff_identity (
    issuer    text not null,
    subject   text not null,
    staff_id  uuid not null unique references staff_member on delete cascade,
    linked_at timestamptz not null,
    primary key (issuer, subject)
);
--rollback drop table staff_identity;
