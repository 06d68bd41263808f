--liquibase formatted sql

--changeset ondine:clusters
--comment A utility that is on its way to another cluster: it is served and works again when this is empty. The one fact that says where it lives is its cluster. On a cluster beside the main one this table holds only what its job table must know of the utilities that live there.
alter table tenant add column moving_to text;
create index tenant_moving on tenant (slug) where moving_to is not null or cluster <> 'main';

--changeset ondine:deletion-begun
--comment A deletion for good takes several databases and files, so it may be cut off; once begun it is only ever ended.
alter table tenant add column deletion_begun_at timestamptz;
