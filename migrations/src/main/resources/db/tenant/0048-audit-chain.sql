--liquibase formatted sql

--changeset ondine:audit-chain
--comment Which place each entry of the trail has in the chain; of its detail a salted digest alone, so that the detail can go and the chain stays.
create table audit_chain (
    chain_id        uuid primary key,
    begun_at        timestamptz not null,
    earlier_entries bigint not null,
    earlier_digest  bytea not null,
    first_hash      bytea not null,
    last_number     bigint not null,
    last_hash       bytea not null
);
create table audit_link (
    number        bigint primary key,
    entry_id      uuid not null unique,
    salt          bytea,
    detail_digest bytea not null,
    hash          bytea not null
);
create index audit_entry_moment on audit_entry (occurred_at, id);
create index audit_entry_actor on audit_entry (actor, occurred_at);

--changeset ondine:audit-chain-functions splitStatements:false
--comment Deferred, an entry takes its place when its transaction commits: those who write wait for each other no longer than that.
create function audit_field(words text) returns bytea language sql immutable as
$$ select int4send(octet_length(convert_to(words, 'UTF8'))) || convert_to(words, 'UTF8') $$;

create function audit_content(id uuid, at timestamptz, actor text, action text, subject text, detail_digest bytea)
    returns bytea language sql immutable set search_path from current as
$$
    select uuid_send(id) || int8send((extract(epoch from at) * 1000000)::bigint)
        || audit_field(actor) || audit_field(action) || audit_field(subject) || detail_digest
$$;

create function audit_entry_linked() returns trigger language plpgsql security definer set search_path from current as
$$
declare
    place   bigint;
    chained bytea;
    salt    bytea := uuid_send(gen_random_uuid());
    digest  bytea;
begin
    select last_number + 1, last_hash into strict place, chained from audit_chain for update;
    digest := sha256(salt || convert_to(coalesce(new.detail, ''), 'UTF8'));
    chained := sha256(chained || int8send(place)
        || audit_content(new.id, new.occurred_at, new.actor, new.action, new.subject, digest));
    insert into audit_link (number, entry_id, salt, detail_digest, hash)
        values (place, new.id, salt, digest, chained);
    update audit_chain set last_number = place, last_hash = chained;
    return null;
end
$$;

create function audit_entry_kept() returns trigger language plpgsql as
$$
begin
    if tg_op = 'UPDATE' and new.detail is null
        and row(new.id, new.occurred_at, new.actor, new.action, new.subject)
            is not distinct from row(old.id, old.occurred_at, old.actor, old.action, old.subject) then
        return new;
    end if;
    raise exception 'the audit trail only grows' using errcode = 'insufficient_privilege';
end
$$;

create function audit_link_kept() returns trigger language plpgsql as
$$
begin
    if tg_op = 'UPDATE' and new.salt is null
        and row(new.number, new.entry_id, new.detail_digest, new.hash)
            is not distinct from row(old.number, old.entry_id, old.detail_digest, old.hash) then
        return new;
    end if;
    raise exception 'the audit trail only grows' using errcode = 'insufficient_privilege';
end
$$;

--changeset ondine:audit-chain-begins
--comment The trigger first, which waits for those who write: the chain begins after all that was written before, and covers it by one digest. What the owner copies in as a whole has its places already.
create constraint trigger audit_entry_linked after insert on audit_entry
    deferrable initially deferred for each row when (current_user = current_schema())
    execute function audit_entry_linked();
create trigger audit_entry_kept before update or delete on audit_entry for each row execute function audit_entry_kept();
create trigger audit_entry_not_emptied before truncate on audit_entry execute function audit_entry_kept();
create trigger audit_link_kept before update or delete on audit_link for each row execute function audit_link_kept();
create trigger audit_link_not_emptied before truncate on audit_link execute function audit_link_kept();
insert into audit_chain (chain_id, begun_at, earlier_entries, earlier_digest, first_hash, last_number, last_hash)
    select c.id, now(), c.earlier, c.digest, c.first_hash, 0, c.first_hash
      from (select b.id, b.earlier, b.digest, sha256(uuid_send(b.id) || int8send(b.earlier) || b.digest) as first_hash
              from (select gen_random_uuid() as id, count(*) as earlier,
                           sha256(coalesce(string_agg(sha256(audit_content(e.id, e.occurred_at, e.actor, e.action,
                               e.subject, sha256(convert_to(coalesce(e.detail, ''), 'UTF8')))), ''::bytea order by e.id),
                               ''::bytea)) as digest
                      from audit_entry e) b) c;
