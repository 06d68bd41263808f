-- Sets the new credit notes that name an invoice against what is still owed on it, in the shape that LedgerEntry
-- describes: a corrected invoice must not be asked for any more. What it does not take stays on the credit note.

--run
create temporary table new_correction on commit drop as
select uuidv7() as entry_id, n.id, n.number, n.agreement_id, n.issued_on, -n.total_amount as amount, i.id as invoice_id
from new_invoice n join invoice i on i.number = n.corrects

--run
do $$ begin
    perform 1 from agreement where id in (select agreement_id from new_correction) order by id for no key update;
    perform 1 from invoice where id in (select invoice_id from new_correction) order by id for no key update;
end $$

-- what is taken back whole does not stand billed
--run
update invoice n set corrects = c.invoice_id from new_correction c where n.id = c.id

--run
create temporary table taken on commit drop as
select *, least(running, owed) - least(running - amount, owed) as taken
from (
    select c.*, greatest(coalesce(o.owed, 0), 0) as owed,
           sum(c.amount) over (partition by c.invoice_id order by c.issued_on, c.number rows unbounded preceding)
               as running
    from new_correction c
    left join (
        select invoice_id, sum(amount) as owed from posting
        where account = 'RECEIVABLE' and invoice_id in (select invoice_id from new_correction)
        group by invoice_id) o on o.invoice_id = c.invoice_id) corrections

--run
insert into ledger_entry (id, kind, source, effective_on, recorded_at, description)
select entry_id, 'ADJUSTMENT', 'correction:' || id, issued_on, :now, 'ADJUSTMENT' from taken where taken > 0

--run
insert into posting (entry_id, position, account, agreement_id, invoice_id, amount)
select c.entry_id, p.position, 'RECEIVABLE', c.agreement_id, p.invoice_id, p.amount
from taken c
cross join lateral (values (0, c.id, c.taken), (1, c.invoice_id, -c.taken)) p (position, invoice_id, amount)
where c.taken > 0
