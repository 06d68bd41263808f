--liquibase formatted sql

--changeset ondine:paper-facts
--comment Of whom, and of which place, the papers of an agreement spoke until something of it changed: kept by the change, once for all invoices that were there. Those without say what is on file.
create table paper_facts (
    id           uuid primary key,
    agreement_id uuid not null references agreement on delete cascade,
    facts        jsonb not null
);
create index paper_facts_agreement on paper_facts (agreement_id);
create table invoice_facts (
    invoice_id uuid primary key references invoice on delete cascade,
    facts_id   uuid not null references paper_facts on delete cascade
);
create index invoice_facts_facts on invoice_facts (facts_id);

--changeset ondine:paper-facts-functions splitStatements:false
--comment Each part of the facts bears the name of the table that it is of, and is a row of it. The first change of a transaction keeps what was before all of them. All is found by its key, whatever the planner believes of tables that an import has just filled.
create function paper_facts_kept() returns trigger language plpgsql set search_path from current
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as
$$
declare
    touched uuid[];
begin
    if tg_table_name = 'customer' then
        touched := array(select id from agreement where customer_id = old.id);
    elsif tg_table_name = 'premise' then
        touched := array(select a.id from agreement a join service_point s on s.id = a.service_point_id
                          where s.premise_id = old.id);
    elsif tg_table_name = 'service_point' then
        touched := array(select id from agreement where service_point_id = old.id);
    elsif tg_table_name = 'agreement' then
        touched := array[old.id];
    elsif tg_op = 'INSERT' then
        touched := array(select new.agreement_id
                          where exists (select from invoice where agreement_id = new.agreement_id));
    else
        touched := array[old.agreement_id, new.agreement_id];
    end if;
    if touched = '{}' then
        return new;
    end if;
    insert into paper_facts (id, agreement_id, facts)
    select uuidv7(), a.id,
           jsonb_build_object('agreement', jsonb_build_object('customer_id', a.customer_id,
               'service_point_id', a.service_point_id, 'occupant', a.occupant, 'payment_method', a.payment_method))
           || jsonb_strip_nulls(jsonb_build_object(
                'customer', to_jsonb(c) - array['reference', 'phone', 'mobile'],
                'service_point', jsonb_build_object('id', s.id, 'premise_id', s.premise_id),
                'premise', to_jsonb(p) - 'reference',
                'mandate', to_jsonb(m)))
      from agreement a
      join customer c on c.id = a.customer_id
      join service_point s on s.id = a.service_point_id
      join premise p on p.id = s.premise_id
      left join lateral (select id, agreement_id, reference, iban_masked, bank, signed_on from mandate
                          where agreement_id = a.id and revoked_on is null
                          order by signed_on desc, id limit 1) m on true
     where a.id = any (touched)
       and not exists (select from paper_facts f where f.agreement_id = a.id and f.xmin = pg_current_xact_id()::xid);
    return new;
end
$$;

--comment When the change is committed, the facts are those of each invoice that has none yet, and was not brought by the change itself; of no invoice, they go. What was issued while a long import went on spoke as before it.
create function paper_facts_settled() returns trigger language plpgsql set search_path from current
    set enable_seqscan = off as
$$
begin
    insert into invoice_facts (invoice_id, facts_id)
    select i.id, new.id from invoice i
     where i.agreement_id = new.agreement_id and i.xmin <> pg_current_xact_id()::xid
     order by i.id
    on conflict (invoice_id) do nothing;
    if not found then
        delete from paper_facts where id = new.id;
    end if;
    return null;
end
$$;
--rollback drop function paper_facts_kept(); drop function paper_facts_settled();
