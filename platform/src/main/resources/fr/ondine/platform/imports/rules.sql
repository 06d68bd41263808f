-- What a file set must obey beyond the form of its fields. Each rule selects the rows that break it: line, value and
-- what fills the sentence, for the file, the column and the sentence that its first line names.

--refuse extraction.csv date one-extraction
select line, extracted_on::text, null from stage_extraction where line > 2

--refuse extraction.csv date in-the-future
select line, extracted_on::text, null from stage_extraction where extracted_on > :today

--refuse points_de_service.csv adresse premise-elsewhere
select line, street, premise
from (select line, street, premise, row(street, complement, postcode, city) as address,
             first_value(row(street, complement, postcode, city)) over (partition by premise order by line) as first
      from stage_service_point) points
where address is distinct from first
order by line

--refuse contrats.csv titulaire unknown-holder
select line, customer, null from stage_agreement s
where not exists (select from stage_customer c where c.reference = s.customer)
  and not exists (select from customer c where c.reference = s.customer)
order by line

--refuse contrats.csv point_de_service unknown-service-point
select line, service_point, null from stage_agreement s
where not exists (select from stage_service_point p where p.reference = s.service_point)
  and not exists (select from service_point p where p.reference = s.service_point)
order by line

--refuse contrats.csv service other-service
select s.line, s.service_point, null from stage_agreement s
left join stage_service_point staged on staged.reference = s.service_point
left join service_point known on known.reference = s.service_point
where coalesce(staged.service, known.service) <> s.service
order by s.line

--refuse contrats.csv titulaire holder-without-start
select line, customer, to_char(started_on, 'DD/MM/YYYY') from handed_over where until <= started_on order by line

--refuse contrats.csv debut before-previous-holder
select distinct s.line, s.started_on::text, to_char(p.started_on, 'DD/MM/YYYY')
from agreement p
left join stage_alias renamed on renamed.number = split_part(p.number, '~', 1)
join stage_agreement s on s.number = coalesce(renamed.agreement, split_part(p.number, '~', 1))
where p.number like '%~%' and s.started_on <= p.started_on and p.id not in (select id from taken_back)
order by s.line

--refuse contrats.csv titulaire reference-reused
select s.line, s.customer, null
from stage_agreement s
join stage_customer after on after.reference = s.customer
join customer before on before.reference = s.customer
join agreement a on a.customer_id = before.id
left join stage_alias renamed on renamed.number = a.number
where coalesce(renamed.agreement, a.number) = s.number and s.started_on > a.started_on
  and lower(after.last_name) <> lower(before.last_name)
  and (lower(after.first_name) is distinct from lower(before.first_name)
       or coalesce(after.first_name, '') = '' and coalesce(before.first_name, '') = '')
order by s.line

--refuse contrats.csv fin end-before-start
select line, ended_on::text, started_on::text from stage_agreement where ended_on < started_on order by line

--refuse contrats.csv numero number-is-former
select s.line, s.number, null from stage_agreement s
where exists (select from agreement_alias a where a.number = s.number)
   or exists (select from stage_alias a where a.number = s.number)
order by s.line

--refuse anciens_numeros.csv contrat unknown-agreement
select line, agreement, null from stage_alias s
where not exists (select from stage_agreement a where a.number = s.agreement)
  and not exists (select from agreement a where a.number = s.agreement)
order by line

--refuse anciens_numeros.csv contrat number-is-former
select s.line, s.agreement, null from stage_alias s
where exists (select from stage_alias a where a.number = s.agreement)
order by s.line

--refuse anciens_numeros.csv ancien_numero former-of-other
select s.line, s.number, current.number from stage_alias s
join agreement_alias a on a.number = s.number
join agreement current on current.id = a.agreement_id
left join stage_alias renamed on renamed.number = current.number
where coalesce(renamed.agreement, current.number) <> s.agreement
order by s.line

--refuse anciens_numeros.csv ancien_numero former-is-current
select s.line, s.number, s.agreement
from (select s.*, count(*) over (partition by s.agreement) as current
      from stage_alias s join agreement a on a.number = s.number) s
where s.current > 1
order by s.line

--refuse anciens_numeros.csv ancien_numero former-is-current
select s.line, s.number, s.agreement from stage_alias s
join agreement old on old.number = s.number
join agreement new on new.number = s.agreement
order by s.line

--refuse compteurs.csv point_de_service unknown-service-point
select line, service_point, null from stage_meter s
where not exists (select from stage_service_point p where p.reference = s.service_point)
  and not exists (select from service_point p where p.reference = s.service_point)
order by line

--refuse compteurs.csv roues meter-differs
select line, dials::text, serial
from (select line, dials, serial, first_value(dials) over (partition by serial order by line) as first
      from stage_meter) meters
where dials <> first
order by line

--refuse compteurs.csv depose_le removal-incomplete
select line, coalesce(removed_on::text, ''), null from stage_meter
where (removed_on is null) <> (removal_register is null) order by line

--refuse compteurs.csv depose_le end-before-start
select line, removed_on::text, installed_on::text from stage_meter where removed_on < installed_on order by line

--refuse compteurs.csv index_pose register-too-large
select line, trim_scale(greatest(install_register, removal_register) / 1000.0)::text, dials::text from stage_meter
where greatest(install_register, removal_register) >= 1000 * 10 ^ dials order by line

--refuse compteurs.csv pose_le fittings-overlap
select line, installed_on::text, serial
from (select coalesce(line, lag(line) over fittings) as line, installed_on, serial,
             lag(installed_on) over fittings as before, lag(removed_on) over fittings as removed
      from known_fitting window fittings as (partition by serial order by installed_on)) fittings
where before is not null and (removed is null or removed > installed_on) and line is not null
order by line

--refuse releves.csv compteur unknown-meter
select line, serial, null from stage_reading s
where not exists (select from known_fitting f where f.serial = s.serial) order by line

--refuse releves.csv date not-fitted
select line, read_on::text, serial from stage_reading s
where exists (select from known_fitting f where f.serial = s.serial)
  and not exists (select from known_fitting f where f.serial = s.serial
                  and s.read_on between f.installed_on and coalesce(f.removed_on, s.read_on))
order by line

--refuse releves.csv index register-too-large
select s.line, trim_scale(s.register_value / 1000.0)::text, f.dials::text
from stage_reading s join (select distinct on (serial) serial, dials from known_fitting order by serial) f
  on f.serial = s.serial
where s.register_value >= 1000 * 10 ^ f.dials
order by s.line

-- Compared with the last reading of the utility's own: what a subscriber sent, or an estimate, gives way to it. The
-- turn counts the utility's own readings so far.
--refuse releves.csv index reading-below-previous
with series as (
    select line, serial, read_on, register_value, source, quality from stage_reading
    union all
    select null, meter.serial, r.read_on, r.register_value, r.source, r.quality
    from (select distinct serial from stage_reading) touched
    join meter on meter.serial = touched.serial
    join reading r on r.meter_id = meter.id
    where not exists (select from stage_reading s
                      where s.serial = meter.serial and s.read_on = r.read_on and s.source = r.source)),
turns as (
    select *, source <> 'CUSTOMER' as own,
           count(*) filter (where source <> 'CUSTOMER')
               over (partition by serial order by read_on, register_value rows unbounded preceding) as turn
    from series)
select coalesce(s.line, p.line) as line, trim_scale(s.register_value / 1000.0)::text,
       trim_scale(p.register_value / 1000.0)::text || ' m³ (' || to_char(p.read_on, 'DD/MM/YYYY') || ')'
from turns s
join turns p on p.serial = s.serial and p.own and p.turn = s.turn - s.own::integer
join (select distinct on (serial) serial, 1000 * (10 ^ dials)::bigint as full_turn from known_fitting order by serial) m
  on m.serial = s.serial
where s.register_value < p.register_value
  and coalesce(s.line, p.line) is not null
  and p.quality = 'ACTUAL'
  and not (s.line is null and (not s.own or s.quality = 'ESTIMATED'))
  and not (p.register_value >= 0.9 * m.full_turn and s.register_value <= 0.1 * m.full_turn)
  and not exists (select from known_fitting f
                  where f.serial = s.serial and f.installed_on > p.read_on and f.installed_on <= s.read_on)
order by 1

--refuse factures.csv contrat unknown-agreement
select line, agreement_number, null from stage_invoice s
where not exists (select from known_number n where n.number = s.agreement_number) order by line

--refuse factures.csv titulaire holder-of-other
select s.line, s.customer, s.agreement_number from stage_invoice s join known_number n on n.number = s.agreement_number
where s.customer is not null
  and not exists (select from known_holder h where h.number = n.agreement and h.customer = s.customer)
  and not exists (select from invoice i where i.number = s.number)
order by s.line

--refuse factures.csv date_echeance due-before-issue
select line, due_on::text, issued_on::text from stage_invoice where due_on < issued_on order by line

--refuse factures.csv fin_periode period-incomplete
select line, coalesce(period_to::text, ''), null from stage_invoice
where (period_from is null) <> (period_to is null) order by line

--refuse factures.csv fin_periode end-before-start
select line, period_to::text, period_from::text from stage_invoice where period_to < period_from order by line

--refuse factures.csv numero no-lines
select s.line, s.number, null from stage_invoice s join invoice_content c using (number)
where c.lines = 0 order by s.line

--refuse factures.csv montant_ht net-differs
select s.line, s.net_amount::text, c.net::text from stage_invoice s join invoice_content c using (number)
where c.lines > 0 and s.net_amount <> c.net order by s.line

--refuse factures.csv montant_tva vat-differs
select s.line, s.vat_amount::text,
       case when count(distinct v.half_up) = 1 then min(v.half_up)::text
            else string_agg(v.half_up || ' par ' || v.per, ', ' order by v.per desc) end
from stage_invoice s join invoice_vat v on v.invoice = s.number
group by s.line, s.vat_amount
having not bool_or(s.vat_amount in (v.half_up, v.half_down, v.half_even))
order by s.line

--refuse factures.csv montant_ttc total-differs
select line, total_amount::text, (net_amount + vat_amount)::text from stage_invoice
where total_amount <> net_amount + vat_amount order by line

--refuse factures.csv montant_ttc credit-note-positive
select line, total_amount::text, null from stage_invoice
where kind = 'CREDIT_NOTE' and total_amount > 0 order by line

--refuse factures.csv facture_corrigee not-a-credit-note
select line, corrects, null from stage_invoice where corrects is not null and kind <> 'CREDIT_NOTE' order by line

--refuse factures.csv facture_corrigee unknown-invoice
select line, corrects, null from stage_invoice s
where corrects is not null
  and not exists (select from stage_invoice i where i.number = s.corrects and i.kind <> 'CREDIT_NOTE')
  and not exists (select from invoice i where i.number = s.corrects and i.kind <> 'CREDIT_NOTE')
order by line

--refuse factures.csv facture_corrigee invoice-of-other
select s.line, s.corrects, s.agreement_number from stage_invoice s
join known_number n on n.number = s.agreement_number
left join stage_invoice staged on staged.number = s.corrects
left join known_number billed on billed.number = staged.agreement_number
left join invoice known on known.number = s.corrects
left join agreement a on a.id = known.agreement_id
left join stage_alias renamed on renamed.number = split_part(a.number, '~', 1)
where coalesce(billed.agreement, renamed.agreement, split_part(a.number, '~', 1)) <> n.agreement
order by s.line

--refuse factures.csv numero invoice-differs
select s.line, s.number, null from stage_invoice s
join invoice_content c using (number)
join invoice i using (number)
where i.content_hash <> c.hash
order by s.line

--refuse lignes_facture.csv facture line-without-invoice
select line, invoice, null from stage_invoice_line s
where not exists (select from stage_invoice i where i.number = s.invoice) order by line

--refuse lignes_facture.csv montant_ht line-differs
select line, net_amount::text, round(quantity * unit_price, 2)::text from stage_invoice_line
where abs(net_amount - quantity * unit_price) > 0.005 order by line

--refuse paiements.csv contrat unknown-agreement
select line, agreement, null from stage_payment s
where not exists (select from known_number n where n.number = s.agreement) order by line

--refuse paiements.csv titulaire holder-of-other
select s.line, s.customer, s.agreement from stage_payment s join known_number n on n.number = s.agreement
where s.customer is not null
  and not exists (select from known_holder h where h.number = n.agreement and h.customer = s.customer)
  and not exists (select from known_payment k where k.reference = s.reference)
order by s.line

--refuse paiements.csv facture unknown-invoice
select line, invoice, null from stage_payment s
where invoice is not null
  and not exists (select from stage_invoice i where i.number = s.invoice)
  and not exists (select from invoice i where i.number = s.invoice)
order by line

--refuse paiements.csv facture invoice-of-other
select s.line, s.invoice, s.agreement from stage_payment s
join known_number paid on paid.number = s.agreement
left join stage_invoice staged on staged.number = s.invoice
left join known_number billed on billed.number = staged.agreement_number
left join invoice known on known.number = s.invoice
left join agreement a on a.id = known.agreement_id
left join stage_alias renamed on renamed.number = split_part(a.number, '~', 1)
where coalesce(billed.agreement, renamed.agreement, split_part(a.number, '~', 1)) <> paid.agreement
order by s.line

--refuse paiements.csv rejete_le return-incomplete
select line, coalesce(returned_on::text, ''), null from stage_payment
where (returned_on is not null) <> (coalesce(state, 'SETTLED') = 'RETURNED') order by line

--refuse paiements.csv rejete_le end-before-start
select line, returned_on::text, received_on::text from stage_payment where returned_on < received_on order by line

-- Of a payment made on the portal the provider says when it was received and whether it came back.
--refuse paiements.csv reference payment-differs
select s.line, s.reference, null from stage_payment s
join known_payment k on k.reference = s.reference
join payment p on p.id = k.id
join agreement a on a.id = p.agreement_id
left join invoice i on i.id = p.invoice_id
left join known_number n on n.number = s.agreement
left join stage_alias renamed on renamed.number = split_part(a.number, '~', 1)
where row(p.amount, p.method, i.number, coalesce(renamed.agreement, split_part(a.number, '~', 1)))
          is distinct from row(s.amount, s.method, s.invoice, n.agreement)
   or p.provider is null and (p.received_on <> s.received_on
                              or p.state = 'RETURNED' and coalesce(s.state, 'SETTLED') <> 'RETURNED')
order by s.line

--refuse remboursements.csv contrat unknown-agreement
select line, agreement, null from stage_refund s
where not exists (select from known_number n where n.number = s.agreement) order by line

--refuse remboursements.csv titulaire holder-of-other
select s.line, s.customer, s.agreement from stage_refund s join known_number n on n.number = s.agreement
where s.customer is not null
  and not exists (select from known_holder h where h.number = n.agreement and h.customer = s.customer)
  and not exists (select from refund r where r.reference = s.reference)
order by s.line

--refuse remboursements.csv date in-the-future
select line, refunded_on::text, null from stage_refund where refunded_on > :today order by line

--refuse remboursements.csv reference refund-differs
select s.line, s.reference, null from stage_refund s
join refund r on r.reference = s.reference
join agreement a on a.id = r.agreement_id
left join known_number n on n.number = s.agreement
left join stage_alias renamed on renamed.number = split_part(a.number, '~', 1)
where row(r.amount, r.method, r.refunded_on, coalesce(renamed.agreement, split_part(a.number, '~', 1)))
          is distinct from row(s.amount, s.method, s.refunded_on, n.agreement)
order by s.line

--refuse mandats.csv contrat unknown-agreement
select line, agreement, null from stage_mandate s
where not exists (select from known_number n where n.number = s.agreement) order by line

--refuse mandats.csv revoque_le end-before-start
select line, revoked_on::text, signed_on::text from stage_mandate where revoked_on < signed_on order by line

--refuse mandats.csv reference mandate-of-other
select s.line, s.reference, null from stage_mandate s
join mandate m on m.creditor = s.creditor and m.reference = s.reference
join agreement a on a.id = m.agreement_id
join known_number n on n.number = s.agreement
left join stage_alias renamed on renamed.number = split_part(a.number, '~', 1)
where coalesce(renamed.agreement, split_part(a.number, '~', 1)) <> n.agreement
order by s.line
