--liquibase formatted sql

--changeset ondine:fair-jobs
--comment Work is fetched in turn over the utilities that wait, so each row says whose it is, and both indexes are of a utility first. The platform's own work, whose instance names no utility, is of nobody.
alter table scheduled_tasks add column tenant text generated always as (
    case when task_instance like '%/%/%' then split_part(task_instance, '/', 1) else '' end) stored;
create index scheduled_tasks_waiting on scheduled_tasks (tenant, execution_time) where not picked;
create index scheduled_tasks_running on scheduled_tasks (tenant) where picked;
