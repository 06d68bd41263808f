--liquibase formatted sql

--changeset ondine:invoice-papers
--comment The paper of an invoice that was issued here, as it was set when it was first asked for; for its holder, for staff (without the claim key), in large print. There is one of each.
create table invoice_paper (
    invoice_id  uuid not null references invoice on delete cascade,
    copy        text not null,
    document_id uuid not null references document,
    primary key (invoice_id, copy)
);
create index invoice_paper_document on invoice_paper (document_id);
