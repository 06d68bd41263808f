--liquibase formatted sql

--changeset ondine:used-consents
--comment When a program last came with what a person let it do; nothing where the release before was the last to know.
alter table provider_consent add column last_used_at timestamptz;
