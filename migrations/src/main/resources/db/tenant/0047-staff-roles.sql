--liquibase formatted sql

--changeset ondine:staff-roles
--comment Roles that the release before cannot read in role: it takes these persons for agents until its last pod is gone.
alter table staff_member
    add column newer_role text,
    add constraint staff_member_newer_role_check check (newer_role in ('READER', 'ACCOUNTANT'));
--rollback alter table staff_member drop column newer_role;
