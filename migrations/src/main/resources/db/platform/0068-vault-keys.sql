--liquibase formatted sql

--changeset ondine:vault-keys
--comment Which master keys secrets may be sealed with, by fingerprints that open nothing: no process begins that lacks one of them.
create table vault_key (
    id    text primary key,
    since timestamptz not null default now()
);
grant select, insert, delete on vault_key to ondine_app;

--changeset ondine:witnesses-signed-anew
--comment When the master key changes, the platform's notes of audit trails are signed with the new one; what they say stays.
grant update (mac) on audit_witness to ondine_app;

--changeset ondine:quiet-utilities
--comment A copy that is only looked at: none of its work is done, so that nothing leaves it for people who are another's subscribers.
alter table tenant add column quiet boolean not null default false;
