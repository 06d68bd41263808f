--liquibase formatted sql

--changeset ondine:old-logins
--comment Logins of the portal before this one. The hash of a password lies inside Argon2id, beside how it was made, and is gone once its login has come over; without one the way is a mail.
create table old_login (
    id           uuid primary key,
    number       text not null unique,
    form         text,
    wrapped      text,
    first_name   text,
    last_name    text,
    email        text,
    imported_at  timestamptz not null,
    user_id      uuid references user_account,
    came_over_at timestamptz,
    check ((form is null) = (wrapped is null)),
    check (came_over_at is null or wrapped is null),
    check (user_id is null or came_over_at is not null)
);
create index old_login_user on old_login (user_id) where user_id is not null;

--changeset ondine:contracts-of-old-logins
--comment What a former login may open, as long as the agreement is still the same holder's.
create table old_login_agreement (
    old_login_id uuid not null references old_login on delete cascade,
    agreement_id uuid not null references agreement on delete cascade,
    customer_id  uuid not null references customer,
    primary key (old_login_id, agreement_id)
);
create index old_login_agreement_agreement on old_login_agreement (agreement_id);
create index old_login_agreement_customer on old_login_agreement (customer_id);

--changeset ondine:old-logins-that-come-over
--comment Who has shown that a former login is theirs and waits for a mail: the activation of an account names the id; where the address has an account, its owner has a link.
create table old_login_request (
    id           uuid primary key,
    old_login_id uuid not null references old_login on delete cascade,
    user_id      uuid not null references user_account on delete cascade,
    link         bytea unique,
    created_at   timestamptz not null,
    expires_at   timestamptz not null
);
create index old_login_request_login on old_login_request (old_login_id);
create index old_login_request_user on old_login_request (user_id);
