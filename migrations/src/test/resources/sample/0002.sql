--liquibase formatted sql

--changeset sample:two
alter table thing add column colour text not null default 'blue';
create index thing_colour on thing (colour);
create table part (id integer primary key, thing_id integer not null references thing);
