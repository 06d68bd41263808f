--liquibase formatted sql

--changeset ondine:places-lived-in
--comment Leaks are relieved for dwellings alone. A place of which nobody has said anything is taken for one, so that nobody lives there without being told.
alter table service_point add column is_dwelling boolean not null default true;
