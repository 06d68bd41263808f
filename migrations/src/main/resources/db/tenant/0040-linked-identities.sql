--liquibase formatted sql

--changeset ondine:linked-identities
--comment Who FranceConnect says a person is, by the identifier that it gives this utility alone.
create table linked_identity (
    issuer    text not null,
    subject   text not null,
    user_id   uuid not null unique references user_account on delete cascade,
    linked_at timestamptz not null,
    primary key (issuer, subject)
);
