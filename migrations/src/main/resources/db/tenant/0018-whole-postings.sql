--liquibase formatted sql

--changeset ondine:whole-postings splitStatements:false
--comment Who posts whole entries by one statement says so in its transaction (ondine.postings = 'whole'): each then has to sum to zero within the statement, at once and for all of them together.
create function whole_postings_balanced() returns trigger language plpgsql as
$$
declare
    unbalanced uuid := (select entry_id from added group by entry_id having sum(amount) <> 0 limit 1);
begin
    if unbalanced is not null then
        raise exception 'ledger entry % does not sum to zero', unbalanced using errcode = 'check_violation';
    end if;
    return null;
end
$$;
--rollback drop function whole_postings_balanced();

--changeset ondine:whole-postings-trigger
create trigger whole_postings_balanced after insert on posting referencing new table as added
    for each statement when (current_setting('ondine.postings', true) = 'whole')
    execute function whole_postings_balanced();
--comment Who says nothing posts row by row, as before: such an entry is looked at when its transaction commits.
drop trigger posting_balanced on posting;
create constraint trigger posting_balanced after insert on posting
    deferrable initially deferred for each row when (current_setting('ondine.postings', true) is distinct from 'whole')
    execute function ledger_entry_balanced();

--changeset ondine:posting-account
--comment Of an agreement its account alone is asked for, never what it brought in: two of three postings of an invoice need no place in an index.
create index posting_account on posting (agreement_id) where account in ('RECEIVABLE', 'UNALLOCATED');
drop index posting_agreement;
