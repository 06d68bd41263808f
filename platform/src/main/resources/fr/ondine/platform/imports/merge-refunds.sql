-- Takes in the refunds that were not known and posts them to the ledger.

--run
create temporary table new_refund on commit drop as
select uuidv7() as id, uuidv7() as entry_id, coalesce(h.id, a.id) as agreement_id, s.reference, s.method, s.amount, s.refunded_on
from stage_refund s
join known_number n on n.number = s.agreement
join agreement a on a.number = n.agreement
left join lateral (select id from holding h
                   where h.number = n.agreement and h.customer = coalesce(s.customer, h.customer)
                   order by h.until <= s.refunded_on, h.until limit 1) h on true
where not exists (select from refund known where known.reference = s.reference)

--run
do $$ begin
    perform 1 from agreement where id in (select agreement_id from new_refund) order by id for no key update;
end $$

-- What staff noted as given back of a plan, and the bank gave back about that day, is the same money: it is known, and not
-- posted again. Each note stands for one row, in whichever file that comes.
--run
create temporary table noted_refund on commit drop as
select distinct on (b.plan_id) r.id
from plan_refund b
join new_refund r on r.agreement_id = b.agreement_id and r.amount = b.paid_amount
 and r.refunded_on between b.paid_on - 31 and b.paid_on + 31
where not exists (
    select from refund known
    where known.agreement_id = b.agreement_id and known.amount = b.paid_amount
      and known.refunded_on between b.paid_on - 31 and b.paid_on + 31
      and not exists (select from ledger_entry e where e.source = 'refund:' || known.id))
order by b.plan_id, abs(r.refunded_on - b.paid_on), r.reference

--count remboursements.csv
insert into refund (id, agreement_id, reference, method, amount, refunded_on)
select id, agreement_id, reference, method, amount, refunded_on from new_refund
returning 'INSERT'

--run
insert into ledger_entry (id, kind, source, effective_on, recorded_at, description)
select entry_id, 'REFUND', 'refund:' || id, refunded_on, :now, 'REFUND' from new_refund
where id not in (select id from noted_refund)

--run
insert into posting (entry_id, position, account, agreement_id, amount)
select r.entry_id, s.position, s.account, r.agreement_id, s.amount
from new_refund r
cross join lateral (values (0, 'BANK', -r.amount), (1, 'UNALLOCATED', r.amount)) s (position, account, amount)
where r.id not in (select id from noted_refund)
