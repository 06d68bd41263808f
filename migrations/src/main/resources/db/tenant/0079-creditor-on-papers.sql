--liquibase formatted sql

--changeset ondine:creditor-on-papers splitStatements:false
--comment Papers of who is debited say by whom: what is kept of a mandate when it changes has its creditor (ICS) too. Otherwise as in paper-facts-functions.
create or replace function paper_facts_kept() returns trigger language plpgsql set search_path from current
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
      left join lateral (select id, agreement_id, reference, creditor, iban_masked, bank, signed_on from mandate
                          where agreement_id = a.id and revoked_on is null
                          order by signed_on desc, id limit 1) m on true
     where a.id = any (touched)
       and not exists (select from paper_facts f where f.agreement_id = a.id and f.xmin = pg_current_xact_id()::xid);
    return new;
end
$$;

--changeset ondine:creditor-kept
--comment A mandate that is another creditor's is another on paper.
create or replace trigger paper_facts_kept before update on mandate for each row
    when (current_user = current_schema()
          and row(old.agreement_id, old.reference, old.creditor, old.iban_masked, old.bank, old.signed_on, old.revoked_on)
              is distinct from row(new.agreement_id, new.reference, new.creditor, new.iban_masked, new.bank, new.signed_on, new.revoked_on))
    execute function paper_facts_kept();
