--liquibase formatted sql

--changeset ondine:jobs
--comment db-scheduler's table. A row names a tenant and an id, never a person.
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on scheduled_tasks to ondine_app;

--changeset ondine:enqueue splitStatements:false
--comment A tenant's transaction hands work to the job table through this door only; the tenant is read from the role in force, so no tenant can enqueue for another.
create function enqueue(task text, instance text, due timestamptz) returns void
    language plpgsql security definer set search_path = platform, pg_temp as
$$
declare
    tenant_role text := current_setting('role');
begin
    if tenant_role !~ '^t_[a-z0-9_]{1,55}$' then
        raise exception 'no tenant is bound' using errcode = 'insufficient_privilege';
    end if;
    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
    values (task, substr(tenant_role, 3) || '/' || instance, due, false, 1)
    on conflict (task_name, task_instance)
        do update set execution_time = least(scheduled_tasks.execution_time, excluded.execution_time)
        where not scheduled_tasks.picked;
end
$$;
--rollback drop function enqueue(text, text, timestamptz);

--changeset ondine:enqueue-rights
grant execute on function enqueue(text, text, timestamptz) to public;
grant usage on schema platform to public;
