--liquibase formatted sql

--changeset ondine:operator-chain
--comment What operators did is in a chain, as each utility's trail is: a place for each act, of its detail a salted digest alone, and signed notes of how far it was.
create table operator_chain (
    chain_id        uuid primary key,
    begun_at        timestamptz not null,
    earlier_entries bigint not null,
    earlier_digest  bytea not null,
    first_hash      bytea not null,
    last_number     bigint not null,
    last_hash       bytea not null
);
create table operator_link (
    number        bigint primary key,
    entry_id      bigint not null unique,
    salt          bytea,
    detail_digest bytea not null,
    hash          bytea not null
);
create table operator_witness (
    chain_id uuid not null,
    number   bigint not null,
    hash     bytea not null,
    taken_at timestamptz not null,
    mac      text not null,
    primary key (chain_id, number)
);
grant select on operator_chain, operator_link to ondine_app;
grant select, insert, update (mac) on operator_witness to ondine_app;

--changeset ondine:operator-chain-functions splitStatements:false
--comment Deferred, an act takes its place when its transaction commits: those who write wait for each other no longer than that.
create function operator_field(words text) returns bytea language sql immutable as
$$ select int4send(octet_length(convert_to(words, 'UTF8'))) || convert_to(words, 'UTF8') $$;

create function operator_content(id bigint, at timestamptz, actor text, action text, slug text, detail_digest bytea)
    returns bytea language sql immutable set search_path from current as
$$
    select decode(lpad(to_hex(id), 32, '0'), 'hex') || int8send((extract(epoch from at) * 1000000)::bigint)
        || operator_field(actor) || operator_field(action) || operator_field(slug) || detail_digest
$$;

create function operator_audit_linked() returns trigger language plpgsql security definer set search_path from current as
$$
declare
    place   bigint;
    chained bytea;
    salt    bytea := uuid_send(gen_random_uuid());
    digest  bytea;
begin
    select last_number + 1, last_hash into strict place, chained from operator_chain for update;
    digest := sha256(salt || convert_to(new.detail, 'UTF8'));
    chained := sha256(chained || int8send(place)
        || operator_content(new.id, new.occurred_at, new.actor, new.action, new.slug, digest));
    insert into operator_link (number, entry_id, salt, detail_digest, hash)
        values (place, new.id, salt, digest, chained);
    update operator_chain set last_number = place, last_hash = chained;
    return null;
end
$$;

create function operator_audit_kept() returns trigger language plpgsql as
$$
begin
    if tg_op = 'UPDATE' and new.detail = ''
        and row(new.id, new.occurred_at, new.actor, new.action, new.slug)
            is not distinct from row(old.id, old.occurred_at, old.actor, old.action, old.slug) then
        return new;
    end if;
    raise exception 'the audit trail only grows' using errcode = 'insufficient_privilege';
end
$$;

create function operator_link_kept() returns trigger language plpgsql as
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

--changeset ondine:operator-chain-begins
--comment The trigger first, which waits for those who write: the chain begins after all that was written before, and covers it by one digest.
create constraint trigger operator_audit_linked after insert on operator_audit
    deferrable initially deferred for each row execute function operator_audit_linked();
create trigger operator_audit_kept before update or delete on operator_audit
    for each row execute function operator_audit_kept();
create trigger operator_audit_not_emptied before truncate on operator_audit execute function operator_audit_kept();
create trigger operator_link_kept before update or delete on operator_link
    for each row execute function operator_link_kept();
create trigger operator_link_not_emptied before truncate on operator_link execute function operator_link_kept();
insert into operator_chain (chain_id, begun_at, earlier_entries, earlier_digest, first_hash, last_number, last_hash)
    select c.id, now(), c.earlier, c.digest, c.first_hash, 0, c.first_hash
      from (select b.id, b.earlier, b.digest, sha256(uuid_send(b.id) || int8send(b.earlier) || b.digest) as first_hash
              from (select gen_random_uuid() as id, count(*) as earlier,
                           sha256(coalesce(string_agg(sha256(operator_content(e.id, e.occurred_at, e.actor, e.action,
                               e.slug, sha256(convert_to(e.detail, 'UTF8')))), ''::bytea order by e.id),
                               ''::bytea)) as digest
                      from operator_audit e) b) c;
