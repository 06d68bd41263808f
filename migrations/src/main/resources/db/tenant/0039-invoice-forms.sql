--liquibase formatted sql

--changeset ondine:invoice-forms
--comment How the holder of an agreement gets their invoices, where that was chosen; on paper otherwise.
create table invoice_form (
    agreement_id uuid primary key references agreement on delete cascade,
    form         text not null check (form in ('PAPER', 'ELECTRONIC', 'LARGE_PRINT', 'BRAILLE', 'BRAILLE_CONTRACTED')),
    chosen_at    timestamptz not null,
    chosen_by    text not null
);
