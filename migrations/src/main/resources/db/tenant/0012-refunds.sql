--liquibase formatted sql

--changeset ondine:refunds
--comment Money that the utility gave back outside of the portal; a card's own refund is a return of its payment.
create table refund (
    id           uuid primary key,
    agreement_id uuid not null references agreement,
    reference    text not null unique,
    method       text not null check (method in ('TRANSFER', 'CHEQUE', 'CASH')),
    amount       numeric(15,2) not null check (amount > 0),
    currency     char(3) not null default 'EUR',
    refunded_on  date not null
);
create index refund_agreement on refund (agreement_id);
