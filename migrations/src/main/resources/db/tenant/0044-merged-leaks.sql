--liquibase formatted sql

--changeset ondine:merged-leaks
--comment Where a file of a leak has gone that became one with another: mails still lead to it.
create table leak_merged (
    gone_id uuid primary key,
    file_id uuid not null references leak_file on delete cascade
);
create index leak_merged_file on leak_merged (file_id);

--changeset ondine:unanswered-mails
--comment How often all of a mail was handed over without the server's saying that it took it: it may have arrived.
alter table mail add column unanswered int not null default 0;
