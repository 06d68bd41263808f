-- What a file set must obey beyond the form of its fields. Each rule selects the lines that break it, for the file, the
-- column and the sentence that its first line names, and what fills the sentence: a numeric is an amount, a bigint is
-- litres. Where it names one more column, the field of that column fills the sentence, as it stands in the file.

--refuse extraction.csv date one-extraction
select line from stage_extraction where line > 2

--refuse extraction.csv date in-the-future
select line from stage_extraction where extracted_on > :today

--refuse titulaires.csv siret siret-elsewhere siren
select line from stage_customer where siret is not null and siren is not null and not starts_with(siret, siren)
order by line

--refuse points_de_service.csv adresse premise-elsewhere local
select line
from (select line, row(street, complement, postcode, city) as address,
             first_value(row(street, complement, postcode, city)) over (partition by premise order by line) as first
      from stage_service_point) points
where address is distinct from first
order by line

--refuse contrats.csv titulaire unknown-holder
select line from stage_agreement s
where not exists (select from stage_customer c where c.reference = s.customer)
  and not exists (select from customer c where c.reference = s.customer)
order by line

--refuse contrats.csv point_de_service unknown-service-point
select line from stage_agreement s
where not exists (select from stage_service_point p where p.reference = s.service_point)
  and not exists (select from service_point p where p.reference = s.service_point)
order by line

--refuse contrats.csv service other-service point_de_service
select s.line from stage_agreement s
left join stage_service_point staged on staged.reference = s.service_point
left join service_point known on known.reference = s.service_point
where coalesce(staged.service, known.service) <> s.service
order by s.line

--refuse contrats.csv titulaire holder-without-start
select line, to_char(started_on, 'DD/MM/YYYY') from handed_over where until <= started_on order by line

--refuse contrats.csv debut before-previous-holder
select distinct s.line, to_char(p.started_on, 'DD/MM/YYYY')
from agreement p
left join stage_alias renamed on renamed.number = split_part(p.number, '~', 1)
join stage_agreement s on s.number = coalesce(renamed.agreement, split_part(p.number, '~', 1))
where p.number like '%~%' and s.started_on <= p.started_on and p.id not in (select id from taken_back)
order by s.line

--refuse contrats.csv titulaire reference-reused
select s.line
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

--refuse contrats.csv fin end-before-start debut
select line from stage_agreement where ended_on < started_on order by line

--refuse contrats.csv numero number-is-former
select s.line from stage_agreement s
where exists (select from agreement_alias a where a.number = s.number)
   or exists (select from stage_alias a where a.number = s.number)
order by s.line

--refuse anciens_numeros.csv contrat unknown-agreement
select line from stage_alias s
where not exists (select from stage_agreement a where a.number = s.agreement)
  and not exists (select from agreement a where a.number = s.agreement)
order by line

--refuse anciens_numeros.csv contrat number-is-former
select s.line from stage_alias s
where exists (select from stage_alias a where a.number = s.agreement)
order by s.line

--refuse anciens_numeros.csv ancien_numero former-of-other
select s.line, current.number from stage_alias s
join agreement_alias a on a.number = s.number
join agreement current on current.id = a.agreement_id
left join stage_alias renamed on renamed.number = current.number
where coalesce(renamed.agreement, current.number) <> s.agreement
order by s.line

--refuse anciens_numeros.csv ancien_numero former-is-current contrat
select s.line
from (select s.*, count(*) over (partition by s.agreement) as current
      from stage_alias s join agreement a on a.number = s.number) s
where s.current > 1
order by s.line

--refuse anciens_numeros.csv ancien_numero former-is-current contrat
select s.line from stage_alias s
join agreement old on old.number = s.number
join agreement new on new.number = s.agreement
order by s.line

--refuse compteurs.csv point_de_service unknown-service-point
select line from stage_meter s
where not exists (select from stage_service_point p where p.reference = s.service_point)
  and not exists (select from service_point p where p.reference = s.service_point)
order by line

--refuse compteurs.csv roues meter-differs numero_serie
select line
from (select line, dials, first_value(dials) over (partition by serial order by line) as first
      from stage_meter) meters
where dials <> first
order by line

--refuse compteurs.csv depose_le removal-incomplete
select line from stage_meter where (removed_on is null) <> (removal_register is null) order by line

--refuse compteurs.csv depose_le end-before-start pose_le
select line from stage_meter where removed_on < installed_on order by line

--refuse compteurs.csv index_pose register-too-large roues
select line from stage_meter where install_register >= 1000 * 10 ^ dials order by line

--refuse compteurs.csv index_depose register-too-large roues
select line from stage_meter where removal_register >= 1000 * 10 ^ dials order by line

--refuse compteurs.csv pose_le fittings-overlap numero_serie
select line
from (select line, installed_on,
             lag(installed_on) over fittings as before, lag(removed_on) over fittings as removed
      from known_fitting window fittings as (partition by serial order by installed_on)) fittings
where before is not null and (removed is null or removed > installed_on) and line is not null
order by line

--refuse compteurs.csv depose_le fitted-before-removal
select line, to_char(after, 'DD/MM/YYYY')
from (select line, removed_on,
             lead(line) over fittings as line_after, lead(installed_on) over fittings as after
      from known_fitting window fittings as (partition by serial order by installed_on)) fittings
where after is not null and (removed_on is null or removed_on > after) and line is not null and line_after is null
order by line

--refuse releves.csv compteur unknown-meter
select line from stage_reading s
where not exists (select from known_fitting f where f.serial = s.serial) order by line

--refuse releves.csv date not-fitted compteur
select line from stage_reading s
where exists (select from known_fitting f where f.serial = s.serial)
  and not exists (select from known_fitting f where f.serial = s.serial
                  and s.read_on between f.installed_on and coalesce(f.read_until, s.read_on))
order by line

--refuse releves.csv index register-too-large
select s.line, f.dials::text
from stage_reading s join (select distinct on (serial) serial, dials from known_fitting order by serial) f
  on f.serial = s.serial
where s.register_value >= 1000 * 10 ^ f.dials
order by s.line

--refuse releves.csv index reading-below-previous
select line, previous, to_char(previous_on, 'DD/MM/YYYY') from falling_register where line is not null order by line

--refuse releves.csv index reading-above-next
select previous_line, register_value, to_char(read_on, 'DD/MM/YYYY') from falling_register
where line is null order by previous_line

--refuse factures.csv contrat unknown-agreement
select line from stage_invoice s
where not exists (select from known_number n where n.number = s.agreement_number) order by line

--refuse factures.csv titulaire holder-of-other contrat
select s.line from stage_invoice s join known_number n on n.number = s.agreement_number
where s.customer is not null
  and not exists (select from known_holder h where h.number = n.agreement and h.customer = s.customer)
  and not exists (select from invoice i where i.number = s.number)
order by s.line

--refuse factures.csv date_echeance due-before-issue date_emission
select line from stage_invoice where due_on < issued_on order by line

--refuse factures.csv fin_periode period-incomplete
select line from stage_invoice where (period_from is null) <> (period_to is null) order by line

--refuse factures.csv fin_periode end-before-start debut_periode
select line from stage_invoice where period_to < period_from order by line

--refuse factures.csv numero no-lines
select s.line from stage_invoice s join invoice_content c using (number)
where c.lines = 0 order by s.line

--refuse factures.csv montant_ht net-differs
select s.line, c.net from stage_invoice s join invoice_content c using (number)
where c.lines > 0 and s.net_amount <> c.net order by s.line

--refuse factures.csv montant_tva vat-differs
select line, by_rate from wrong_vat where by_rate = by_line and by_rate = at_once order by line

--refuse factures.csv montant_tva vat-differs-each-way
select line, by_rate, by_line, at_once from wrong_vat where by_rate <> by_line or by_rate <> at_once order by line

--refuse factures.csv montant_ttc total-differs
select line, net_amount + vat_amount from stage_invoice
where total_amount <> net_amount + vat_amount order by line

--refuse factures.csv montant_ttc credit-note-positive
select line from stage_invoice where kind = 'CREDIT_NOTE' and total_amount > 0 order by line

--refuse factures.csv facture_corrigee not-a-credit-note
select line from stage_invoice where corrects is not null and kind <> 'CREDIT_NOTE' order by line

--refuse factures.csv facture_corrigee unknown-invoice
select line from stage_invoice s
where corrects is not null
  and not exists (select from stage_invoice i where i.number = s.corrects and i.kind <> 'CREDIT_NOTE')
  and not exists (select from invoice i where i.number = s.corrects and i.kind <> 'CREDIT_NOTE')
order by line

--refuse factures.csv facture_corrigee invoice-of-other contrat
select s.line from stage_invoice s
join known_number n on n.number = s.agreement_number
left join stage_invoice staged on staged.number = s.corrects
left join known_number billed on billed.number = staged.agreement_number
left join invoice known on known.number = s.corrects
left join agreement a on a.id = known.agreement_id
left join stage_alias renamed on renamed.number = split_part(a.number, '~', 1)
where coalesce(billed.agreement, renamed.agreement, split_part(a.number, '~', 1)) <> n.agreement
order by s.line

--refuse factures.csv numero invoice-differs
select s.line from stage_invoice s
join invoice_content c using (number)
join invoice i using (number)
where i.content_hash <> c.hash
order by s.line

--refuse lignes_facture.csv facture line-without-invoice
select line from stage_invoice_line s
where not exists (select from stage_invoice i where i.number = s.invoice) order by line

--refuse lignes_facture.csv montant_ht line-differs
select line, round(quantity * unit_price, 2) from stage_invoice_line
where abs(net_amount - quantity * unit_price) > 0.005 order by line

--refuse paiements.csv contrat unknown-agreement
select line from stage_payment s
where not exists (select from known_number n where n.number = s.agreement) order by line

--refuse paiements.csv titulaire holder-of-other contrat
select s.line from stage_payment s join known_number n on n.number = s.agreement
where s.customer is not null
  and not exists (select from known_holder h where h.number = n.agreement and h.customer = s.customer)
  and not exists (select from known_payment k where k.reference = s.reference)
order by s.line

--refuse paiements.csv facture unknown-invoice
select line from stage_payment s
where invoice is not null
  and not exists (select from stage_invoice i where i.number = s.invoice)
  and not exists (select from invoice i where i.number = s.invoice)
order by line

--refuse paiements.csv facture invoice-of-other contrat
select s.line from stage_payment s
join known_number paid on paid.number = s.agreement
left join stage_invoice staged on staged.number = s.invoice
left join known_number billed on billed.number = staged.agreement_number
left join invoice known on known.number = s.invoice
left join agreement a on a.id = known.agreement_id
left join stage_alias renamed on renamed.number = split_part(a.number, '~', 1)
where coalesce(billed.agreement, renamed.agreement, split_part(a.number, '~', 1)) <> paid.agreement
order by s.line

--refuse paiements.csv rejete_le return-incomplete
select line from stage_payment
where (returned_on is not null) <> (coalesce(state, 'SETTLED') = 'RETURNED') order by line

--refuse paiements.csv rejete_le end-before-start date
select line from stage_payment where returned_on < received_on order by line

-- Of a payment made on the portal the provider says when it was received and whether it came back.
--refuse paiements.csv reference payment-differs
select s.line from stage_payment s
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
select line from stage_refund s
where not exists (select from known_number n where n.number = s.agreement) order by line

--refuse remboursements.csv titulaire holder-of-other contrat
select s.line from stage_refund s join known_number n on n.number = s.agreement
where s.customer is not null
  and not exists (select from known_holder h where h.number = n.agreement and h.customer = s.customer)
  and not exists (select from refund r where r.reference = s.reference)
order by s.line

--refuse remboursements.csv date in-the-future
select line from stage_refund where refunded_on > :today order by line

--refuse remboursements.csv reference refund-differs
select s.line from stage_refund s
join refund r on r.reference = s.reference
join agreement a on a.id = r.agreement_id
left join known_number n on n.number = s.agreement
left join stage_alias renamed on renamed.number = split_part(a.number, '~', 1)
where row(r.amount, r.method, r.refunded_on, coalesce(renamed.agreement, split_part(a.number, '~', 1)))
          is distinct from row(s.amount, s.method, s.refunded_on, n.agreement)
order by s.line

--refuse mandats.csv contrat unknown-agreement
select line from stage_mandate s
where not exists (select from known_number n where n.number = s.agreement) order by line

--refuse mandats.csv revoque_le end-before-start signe_le
select line from stage_mandate where revoked_on < signed_on order by line

--refuse mandats.csv reference mandate-of-other
select s.line from stage_mandate s
join mandate m on m.creditor = s.creditor and m.reference = s.reference
join agreement a on a.id = m.agreement_id
join known_number n on n.number = s.agreement
left join stage_alias renamed on renamed.number = split_part(a.number, '~', 1)
where coalesce(renamed.agreement, split_part(a.number, '~', 1)) <> n.agreement
order by s.line

--refuse anciens_comptes.csv contrats unknown-agreement
select distinct s.line from stage_old_login s cross join unnest(string_to_array(s.agreements, '|')) as each (number)
where not exists (select from known_number n where n.number = each.number) order by s.line

-- Whose a login is not, it opens nothing to.
--refuse anciens_comptes.csv titulaire holder-of-other contrats
select distinct s.line
from stage_old_login s cross join unnest(string_to_array(s.agreements, '|')) as each (number)
join known_number n on n.number = each.number
left join stage_agreement staged on staged.number = n.agreement
left join agreement known on known.number = n.agreement
left join customer c on c.id = known.customer_id
where s.customer is not null and s.customer <> coalesce(staged.customer, c.reference)
order by s.line
