--liquibase formatted sql

--changeset ondine:paper-facts-kept
--comment Whoever changes what papers speak of, by whatever release. What the owner copies in as a whole has its facts already.
create constraint trigger paper_facts_settled after insert on paper_facts
    deferrable initially deferred for each row when (current_user = current_schema())
    execute function paper_facts_settled();
create trigger paper_facts_kept before update on customer for each row
    when (current_user = current_schema()
          and to_jsonb(old) - array['reference', 'phone', 'mobile'] is distinct from to_jsonb(new) - array['reference', 'phone', 'mobile'])
    execute function paper_facts_kept();
create trigger paper_facts_kept before update on premise for each row
    when (current_user = current_schema() and to_jsonb(old) - 'reference' is distinct from to_jsonb(new) - 'reference')
    execute function paper_facts_kept();
create trigger paper_facts_kept before update on service_point for each row
    when (current_user = current_schema() and old.premise_id <> new.premise_id)
    execute function paper_facts_kept();
create trigger paper_facts_kept before update on agreement for each row
    when (current_user = current_schema()
          and row(old.customer_id, old.service_point_id, old.occupant, old.payment_method)
              is distinct from row(new.customer_id, new.service_point_id, new.occupant, new.payment_method))
    execute function paper_facts_kept();
create trigger paper_facts_kept before update on mandate for each row
    when (current_user = current_schema()
          and row(old.agreement_id, old.reference, old.iban_masked, old.bank, old.signed_on, old.revoked_on)
              is distinct from row(new.agreement_id, new.reference, new.iban_masked, new.bank, new.signed_on, new.revoked_on))
    execute function paper_facts_kept();
create trigger paper_facts_kept_of_new before insert on mandate for each row
    when (current_user = current_schema())
    execute function paper_facts_kept();
