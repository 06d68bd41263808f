-- Gathers the agreements of which something changed: some have credit that may be set against invoices, or gave some back.

--run
create temporary table credited on commit drop as
select row_number() over (order by agreement_id) as place, agreement_id
from (
    select agreement_id from new_payment
    union select agreement_id from new_refund
    union select agreement_id from new_invoice
    union select p.agreement_id from new_return r join payment p on p.id = r.id) touched

--run
create unique index on credited (place)
