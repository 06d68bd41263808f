--liquibase formatted sql

--changeset ondine:leak-notices
--comment The day of the first invoice by that reading: an invoice that takes its place does not make a notice timely.
alter table leak_file add column first_billed_on date;

--comment Notice may have been given on paper, which staff write down.
alter table leak_file drop constraint leak_file_notice_channel_check;
alter table leak_file add constraint leak_file_notice_channel_check
    check (notice_channel in ('MAIL', 'INVOICE', 'LETTER')) not valid;
