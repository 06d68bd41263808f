-- Finds the agreements whose credit may be set against invoices, or was given back after it had been.

--run
create temporary table credited on commit drop as
select row_number() over (order by agreement_id) as place, agreement_id
from (
    select agreement_id from new_payment
    union select agreement_id from new_refund
    union select agreement_id from new_invoice
    union select p.agreement_id from new_return r join payment p on p.id = r.id) touched
where agreement_id in (select agreement_id from posting where account = 'UNALLOCATED'
                       group by agreement_id having sum(amount) <> 0)
   or agreement_id in (select agreement_id from posting where account = 'RECEIVABLE'
                       and invoice_id in (select id from invoice where total_amount < 0)
                       group by agreement_id, invoice_id having sum(amount) < 0)

--run
create unique index on credited (place)
