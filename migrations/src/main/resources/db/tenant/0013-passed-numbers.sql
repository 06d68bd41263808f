--liquibase formatted sql

--changeset ondine:passed-numbers
--comment Finds all agreements that bear or bore a number: one that passed on is kept as the number, ~ and the day.
create index agreement_printed_number on agreement (split_part(number, '~', 1));
