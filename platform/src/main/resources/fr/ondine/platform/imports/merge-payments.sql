-- Takes in the payments that were not known and the returns of those that were, and posts both to the ledger.

--run
create temporary table new_payment on commit drop as
select uuidv7() as id, uuidv7() as entry_id, coalesce(i.agreement_id, h.id, a.id) as agreement_id,
       i.id as invoice_id, s.reference, s.method, s.amount, s.received_on, coalesce(s.state, 'SETTLED') as state
from stage_payment s
join known_number n on n.number = s.agreement
join agreement a on a.number = n.agreement
left join invoice i on i.number = s.invoice
left join lateral (select id from holding h
                   where h.number = n.agreement and h.customer = coalesce(s.customer, h.customer)
                   order by h.until <= s.received_on, h.until limit 1) h on true
where not exists (select from known_payment k where k.reference = s.reference)

--run
create index on new_payment (invoice_id)

--run
analyze new_payment

-- What is owed must not change by a card payment while it is shared out. Agreements come first, as everywhere, and before
-- a row refers to them.
--run
do $$ begin
    perform 1 from agreement
      where id in (select agreement_id from new_payment
                   union select p.agreement_id from stage_payment s join payment p on p.reference = s.reference
                    where s.state = 'RETURNED')
      order by id for no key update;
    perform 1 from invoice where id in (select invoice_id from new_payment) order by id for no key update;
end $$

-- the provider told the portal of it meanwhile
--run
delete from new_payment n using payment p where p.provider_payment = n.reference

--count paiements.csv
insert into payment (id, agreement_id, invoice_id, method, amount, state, reference, initiated_at, settled_at,
                     received_on)
select id, agreement_id, invoice_id, method, amount, 'SETTLED', reference, received_on::timestamp at time zone :zone,
       received_on::timestamp at time zone :zone, received_on
from new_payment
returning 'INSERT'

--run
insert into ledger_entry (id, kind, source, effective_on, recorded_at, description)
select entry_id, 'PAYMENT', 'payment:' || id, received_on, :now, 'PAYMENT' from new_payment

-- an invoice takes no more than it is owed, the oldest payment first; a payment that came back takes nothing from
-- those that stayed
--run
create temporary table allocation on commit drop as
select id,
       case when invoice_id is null then 0
            when state = 'RETURNED' then least(amount, owed)
            else least(running, owed) - least(running - amount, owed) end as allocated
from (
    select p.id, p.invoice_id, p.state, p.amount, greatest(coalesce(o.owed, 0), 0) as owed,
           sum(p.amount) over (partition by p.invoice_id, p.state order by p.received_on, p.reference
                               rows unbounded preceding) as running
    from new_payment p
    left join (
        select invoice_id, sum(amount) as owed from posting
        where account = 'RECEIVABLE' and invoice_id in (select invoice_id from new_payment)
        group by invoice_id) o on o.invoice_id = p.invoice_id) payments

--run
insert into posting (entry_id, position, account, agreement_id, invoice_id, amount)
select p.entry_id, row_number() over (partition by p.entry_id order by s.position) - 1, s.account, p.agreement_id,
       s.invoice_id, s.amount
from new_payment p
join allocation a using (id)
cross join lateral (values (0, case p.method when 'CARD' then 'CARD_CLEARING' else 'BANK' end, null::uuid, p.amount),
                           (1, 'RECEIVABLE', p.invoice_id, -a.allocated),
                           (2, 'UNALLOCATED', null::uuid, a.allocated - p.amount))
    s (position, account, invoice_id, amount)
where s.amount <> 0

--run
create temporary table new_return on commit drop as
select p.id, uuidv7() as entry_id, posted.id as posted_id, s.returned_on
from stage_payment s
join payment p on p.reference = s.reference
join ledger_entry posted on posted.source = 'payment:' || p.id
where s.state = 'RETURNED' and p.state <> 'RETURNED'
  -- of what was paid on the portal the provider tells, also where a file brought it first
  and not exists (select from payment portal where portal.provider_payment = s.reference
                     and portal.agreement_id = p.agreement_id and portal.amount = p.amount)

--count paiements.csv
update payment p set state = 'RETURNED' from new_return r
where p.id = r.id and not exists (select from new_payment n where n.id = r.id)
returning 'UPDATE'

--run
update payment p set state = 'RETURNED' from new_return r where p.id = r.id and p.state <> 'RETURNED'

--run
insert into ledger_entry (id, kind, source, effective_on, recorded_at, description)
select entry_id, 'RETURN', 'return:' || id, returned_on, :now, 'RETURN' from new_return

--run
insert into posting (entry_id, position, account, agreement_id, invoice_id, amount)
select r.entry_id, p.position, p.account, p.agreement_id, p.invoice_id, -p.amount
from new_return r join posting p on p.entry_id = r.posted_id
