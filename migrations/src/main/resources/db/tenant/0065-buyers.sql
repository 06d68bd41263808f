--liquibase formatted sql

--changeset ondine:buyers
--comment As whom a holder buys; unsaid, an organisation is a professional and a person a consumer.
alter table customer
    add column buyer_kind text check (buyer_kind in ('CONSUMER', 'PROFESSIONAL', 'PUBLIC_BODY')),
    add column siret text,
    add column service_code text,
    add column commitment text;
