--liquibase formatted sql

--changeset ondine:billers
--comment Who bills need not configure the portal.
alter table staff_member
    drop constraint staff_member_role_check,
    add constraint staff_member_role_check check (role in ('AGENT', 'BILLER', 'ADMINISTRATOR'));

--changeset ondine:repaired
--comment What was set aside and can be billed after all stays on file with who confirmed it.
alter table billing_parked add repaired_at timestamptz;
