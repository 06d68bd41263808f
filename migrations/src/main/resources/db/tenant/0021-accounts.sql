--liquibase formatted sql

--changeset ondine:former-claim-keys
--comment Keys that staff took back: whoever has one opens nothing with it, and no file brings it back.
create table former_claim_key (
    id            uuid primary key,
    agreement_id  uuid not null references agreement on delete cascade,
    claim_key     bytea not null,
    claim_key_mac text not null,
    replaced_at   timestamptz not null,
    replaced_by   text not null
);
create index former_claim_key_agreement on former_claim_key (agreement_id);

--changeset ondine:credits-found
--comment The few invoices that are credit are found without looking at the others.
create index invoice_credit on invoice (agreement_id) where total_amount < 0;
