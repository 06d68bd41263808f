--liquibase formatted sql

--changeset ondine:stripe-accounts
--comment Whose Stripe account a configuration names is found among a thousand without reading all of them.
create index tenant_stripe_account on tenant
    (substring(configuration from '(?n)^[^#]*stripe-account\W+(acct_[A-Za-z0-9]+)'));
