--liquibase formatted sql

--changeset ondine:published-files
--comment The documents that staff uploaded for subscribers to download: no other one, as a person's invoice, can be offered by its id.
create table published_file (
    document_id uuid primary key references document,
    uploaded_by text not null,
    uploaded_at timestamptz not null
);
