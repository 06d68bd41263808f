--liquibase formatted sql

--changeset ondine:sewerage-levies
--comment Whether a charge is of waste water, as a levy on sewerage is: a leak is taken off it. Null where nobody said: then its section and its name tell.
alter table tariff_charge add column is_of_sewerage boolean;
