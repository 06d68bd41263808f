--liquibase formatted sql logicalFilePath:sample/0001.sql

--changeset sample:one
create table thing (id integer primary key, name text not null);
