--liquibase formatted sql

--changeset ondine:noted-exchanges
--comment Who of the staff noted that a meter was fitted, or removed, as long as no file of the utility's software has said so too.
alter table meter_installation
    add column fitting_noted_by text,
    add column removal_noted_by text;
