--liquibase formatted sql

--changeset sample:one
create table thing (id integer primary key, name text);
