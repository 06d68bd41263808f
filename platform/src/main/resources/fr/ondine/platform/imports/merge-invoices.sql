-- Takes in the invoices that were not known and posts them to the ledger, in the shape that LedgerEntry describes.

--run
create temporary table new_invoice on commit drop as
select uuidv7() as id, uuidv7() as entry_id, coalesce(known.agreement_id, h.id, a.id) as agreement_id, c.hash, s.*
from stage_invoice s
join invoice_content c using (number)
join known_number n on n.number = s.agreement_number
join agreement a on a.number = n.agreement
-- A credit note is for whoever had the invoice; an invoice for whoever held the number most of its period. Without one,
-- the bill of somebody who leaves comes after that, and the bill of somebody who arrives may come before.
left join invoice known on known.number = s.corrects
left join stage_invoice about on about.number = coalesce(s.corrects, s.number)
left join lateral (
    select id from holding h
    where h.number = n.agreement and h.customer = coalesce(about.customer, h.customer)
    order by h.until <= coalesce(
        about.period_from + (about.period_to - about.period_from) / 2,
        about.issued_on + case about.kind when 'CLOSING' then -45 when 'OPENING' then 45 else 0 end), h.until
    limit 1) h on true
where not exists (select from invoice i where i.number = s.number)

--run
create index on new_invoice (number)

--run
analyze new_invoice

--count factures.csv
insert into invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on, period_from, period_to,
                     volume_m3, net_amount, vat_amount, total_amount, content_hash)
select id, number, kind, agreement_id, agreement_number, issued_on, due_on, period_from, period_to, volume_m3,
       net_amount, vat_amount, total_amount, hash
from new_invoice
returning 'INSERT'

--count lignes_facture.csv
insert into invoice_line (invoice_id, position, section, label, quantity, unit, unit_price, net_amount, vat_rate)
select i.id, l.position, l.section, l.label, l.quantity, l.unit, l.unit_price, l.net_amount, l.vat_rate
from stage_invoice_line l join new_invoice i on i.number = l.invoice
returning 'INSERT'

--run
insert into ledger_entry (id, kind, source, effective_on, recorded_at, description)
select entry_id, kind, 'invoice:' || id, issued_on, :now, kind
from (select *, case when total_amount < 0 then 'CREDIT_NOTE' else 'INVOICE' end as kind
      from (select entry_id, id, issued_on, total_amount from new_invoice) i) entries

--run
insert into posting (entry_id, position, account, agreement_id, invoice_id, amount)
select i.entry_id, p.position, p.account, i.agreement_id, p.invoice_id, p.amount
from new_invoice i
cross join lateral (values (0, 'RECEIVABLE', i.id, i.total_amount),
                           (1, 'REVENUE', null, -i.net_amount),
                           (2, 'VAT', null, -i.vat_amount)) p (position, account, invoice_id, amount)
where p.amount <> 0
