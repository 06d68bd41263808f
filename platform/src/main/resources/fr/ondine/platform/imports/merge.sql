-- Takes the staged rows in, once they obey every rule: what is new is added, what differs is brought up to date, what
-- is equal is not touched. A merge that is counted for a file returns merge_action() or its word.

-- what software seldom knows, and staff noted, is kept as long as the file says nothing of it and of no other organisation
--count titulaires.csv
merge into customer c
using (select s.*,
              coalesce(s.siret, case when starts_with(c.siret, coalesce(s.siren, '')) then c.siret end) as kept_siret,
              coalesce(s.buyer_kind, c.buyer_kind) as kept_kind, coalesce(s.service_code, c.service_code) as kept_service,
              coalesce(s.commitment, c.commitment) as kept_commitment
       from stage_customer s left join customer c on c.reference = s.reference) s
on c.reference = s.reference
when matched and row(c.kind, c.title, c.first_name, c.last_name, c.email, c.phone, c.mobile, c.street, c.complement,
                     c.postcode, c.city, c.siren, c.vat_number, c.siret, c.buyer_kind, c.service_code, c.commitment)
    is distinct from row(s.kind, s.title, s.first_name, s.last_name, s.email, s.phone, s.mobile, s.street, s.complement,
                         s.postcode, s.city, s.siren, s.vat_number, s.kept_siret, s.kept_kind, s.kept_service,
                         s.kept_commitment) then
    update set kind = s.kind, title = s.title, first_name = s.first_name, last_name = s.last_name, email = s.email,
               phone = s.phone, mobile = s.mobile, street = s.street, complement = s.complement,
               postcode = s.postcode, city = s.city, siren = s.siren, vat_number = s.vat_number,
               siret = s.kept_siret, buyer_kind = s.kept_kind, service_code = s.kept_service,
               commitment = s.kept_commitment
when not matched then
    insert (id, reference, kind, title, first_name, last_name, email, phone, mobile, street, complement, postcode,
            city, siren, vat_number, siret, buyer_kind, service_code, commitment)
    values (uuidv7(), s.reference, s.kind, s.title, s.first_name, s.last_name, s.email, s.phone, s.mobile, s.street,
            s.complement, s.postcode, s.city, s.siren, s.vat_number, s.kept_siret, s.kept_kind,
            s.kept_service, s.kept_commitment)
returning merge_action()

--run
insert into premise (id, reference, street, complement, postcode, city)
select uuidv7(), premise, street, complement, postcode, city
from (select distinct on (premise) * from stage_service_point order by premise, line) s
where not exists (select from premise p where p.reference = s.premise)

--count points_de_service.csv
update premise p
set street = s.street, complement = s.complement, postcode = s.postcode, city = s.city
from (select distinct on (premise) * from stage_service_point order by premise, line) s
where p.reference = s.premise
  and row(p.street, p.complement, p.postcode, p.city) is distinct from row(s.street, s.complement, s.postcode, s.city)
returning 'UPDATE'

--count points_de_service.csv
merge into service_point p
using (select s.*, premise.id as premise_id from stage_service_point s join premise on premise.reference = s.premise) s
on p.reference = s.reference
when matched and row(p.premise_id, p.service, p.dwellings, p.round, p.is_dwelling)
    is distinct from row(s.premise_id, s.service, coalesce(s.dwellings, 1), s.round, coalesce(s.is_dwelling, true)) then
    update set premise_id = s.premise_id, service = s.service, dwellings = coalesce(s.dwellings, 1), round = s.round,
               is_dwelling = coalesce(s.is_dwelling, true)
when not matched then
    insert (id, reference, premise_id, service, dwellings, round, is_dwelling)
    values (uuidv7(), s.reference, s.premise_id, s.service, coalesce(s.dwellings, 1), s.round, coalesce(s.is_dwelling, true))
returning merge_action()

-- a number that was given to another by mistake goes back to whoever held it
--run
update agreement_alias l set agreement_id = t.id from taken_back t where l.agreement_id = t.mistaken

--run
delete from agreement_tariff c using taken_back t where c.agreement_id = t.mistaken

-- what runs found of it is nobody's, and mails were sent all the same; looked for only where there is one
--run
do $$ begin
    if exists (select from taken_back) then
        delete from billing_seen b using taken_back t where b.agreement_id = t.mistaken;
        delete from billing_parked b using taken_back t where b.agreement_id = t.mistaken;
        delete from billing_draft b using taken_back t where b.agreement_id = t.mistaken;
        delete from delegation d using taken_back t where d.agreement_id = t.mistaken;
        update mail m set agreement_id = null from taken_back t where m.agreement_id = t.mistaken;
    end if;
end $$

--run
delete from agreement a using taken_back t where a.id = t.mistaken

--run
update agreement a set number = t.number, ended_on = null from taken_back t where a.id = t.id

-- a re-numbered agreement keeps everything it has
--run
update agreement a set number = s.agreement || substr(a.number, length(s.number) + 1) from stage_alias s
where split_part(a.number, '~', 1) = s.number
  and not exists (select from agreement other where other.number = s.agreement)

-- Whoever held the number before keeps an agreement of their own with what is theirs; ~ is in no number of a format.
--run
update agreement a
set number = h.number || '~' || h.until, ended_on = least(coalesce(a.ended_on, h.until - 1), h.until - 1)
from handed_over h
where a.id = h.id

-- the form of invoices that was noted for whoever was typed by mistake is not the next one's
--run
delete from invoice_form f using other_holder o where f.agreement_id = o.id and o.empty and not o.same

-- a person whose reference was rewritten is let in as before
--run
insert into customer_link (id, user_id, customer_id, agreement_id, proof, linked_at)
select uuidv7(), l.user_id, c.id, l.agreement_id, l.proof, l.linked_at
from other_holder o
join customer c on c.reference = o.customer
join customer_link l on l.customer_id = o.customer_id and (l.agreement_id is null or l.agreement_id = o.id)
where o.same
on conflict do nothing

--run
insert into customer_protection (customer_id, protected_at, protected_by)
select c.id, p.protected_at, p.protected_by
from other_holder o
join customer c on c.reference = o.customer
join customer_protection p on p.customer_id = o.customer_id
where o.same
on conflict do nothing

--run
create temporary table passed_key on commit drop as
select split_part(number, '~', 1) as number, customer_id, claim_key_mac as mac
from agreement where number like '%~%' and claim_key_mac is not null
union
select split_part(a.number, '~', 1), a.customer_id, f.claim_key_mac
from former_claim_key f join agreement a on a.id = f.agreement_id where a.number like '%~%'

--run
create index on passed_key (number)

-- a claim that waits was proven by a key that the file takes back
--run
update pending_claim p
set state = 'REFUSED', decided_at = :now, decided_by = 'import', confirmation = null, version = version + 1
from agreement a join stage_agreement s on s.number = a.number
where p.agreement_id = a.id and p.state in ('AWAITING_MAIL', 'AWAITING_STAFF')
  and 'CLAIM_KEY' = any(string_to_array(p.proof, '+')) and a.claim_key_mac <> split_part(s.claim_key, ':', 1)
  and not exists (select from former_claim_key f where f.agreement_id = a.id
                  and f.claim_key_mac = split_part(s.claim_key, ':', 1))

--count contrats.csv
merge into agreement a
using (
    select s.*, c.id as customer_id, p.id as service_point_id,
           coalesce(given.mac, kept.claim_key_mac, fresh.mac) as key_mac,
           coalesce(decode(given.sealed, 'hex'), kept.claim_key, decode(fresh.sealed, 'hex')) as key_sealed
    from stage_agreement s
    join customer c on c.reference = s.customer
    join service_point p on p.reference = s.service_point
    -- whoever held the number before must not open this agreement with the key on their old invoices, nor anybody with
    -- one that staff took back
    left join lateral (
        select split_part(s.claim_key, ':', 1) as mac, split_part(s.claim_key, ':', 2) as sealed
        where not exists (select from passed_key p where p.number = s.number and p.customer_id <> c.id
                          and p.mac = split_part(s.claim_key, ':', 1))
          and not exists (select from former_claim_key f join agreement renewed on renewed.id = f.agreement_id
                          where renewed.number = s.number and f.claim_key_mac = split_part(s.claim_key, ':', 1))) given on true
    left join fresh_key fresh on fresh.number = s.number
    left join agreement kept on kept.number = s.number
         and (kept.customer_id = c.id or exists (select from other_holder o where o.id = kept.id and o.same))) s
on a.number = s.number
when matched and row(a.customer_id, a.service_point_id, a.service, a.occupant, a.payment_method, a.started_on,
                     a.ended_on, a.claim_key_mac)
    is distinct from row(s.customer_id, s.service_point_id, s.service, s.occupant, s.payment_method, s.started_on,
                         s.ended_on, s.key_mac) then
    update set customer_id = s.customer_id, service_point_id = s.service_point_id, service = s.service,
               occupant = s.occupant, payment_method = s.payment_method, started_on = s.started_on,
               ended_on = s.ended_on, claim_key = s.key_sealed, claim_key_mac = s.key_mac
when not matched then
    insert (id, number, customer_id, service_point_id, service, occupant, claim_key, claim_key_mac, payment_method,
            started_on, ended_on)
    values (uuidv7(), s.number, s.customer_id, s.service_point_id, s.service, s.occupant, s.key_sealed, s.key_mac,
            s.payment_method, s.started_on, s.ended_on)
returning merge_action()

--run
update agreement_alias l set agreement_id = a.id from handed_over h join agreement a on a.number = h.number
where l.agreement_id = h.id

-- when a day of start is corrected, the one before ends that much earlier or later
--run
update agreement p
set number = a.number || '~' || a.started_on,
    ended_on = case when p.ended_on = last.until - 1 then a.started_on - 1
                    else least(p.ended_on, a.started_on - 1) end
from (select split_part(number, '~', 1) as number, max(split_part(number, '~', 2)::date) as until
      from agreement where number like '%~%' group by 1) last
join agreement a on a.number = last.number
where p.number = last.number || '~' || last.until and a.started_on <> last.until

-- Who holds or held a number that passed from one person to another, each until the day the next one started.
--run
create temporary table holding on commit drop as
with passed as (
    select split_part(number, '~', 1) as number, split_part(number, '~', 2)::date as until, id, customer_id
    from agreement where number like '%~%'),
holders as (
    select number, until, id, customer_id from passed
    union all
    select number, 'infinity', id, customer_id from agreement a
    where exists (select from passed p where p.number = a.number))
select h.number, h.until, h.id, c.reference as customer, lower(c.last_name) as name from holders h join customer c on c.id = h.customer_id

--run
create index on holding (number)

--run
analyze holding

--count anciens_numeros.csv
merge into agreement_alias a
using (select s.*, agreement.id as agreement_id from stage_alias s join agreement on agreement.number = s.agreement) s
on a.number = s.number
when matched and row(a.replaced_on, a.operator) is distinct from row(s.replaced_on, s.operator) then
    update set replaced_on = s.replaced_on, operator = s.operator
when not matched then
    insert (number, agreement_id, replaced_on, operator) values (s.number, s.agreement_id, s.replaced_on, s.operator)
returning merge_action()

--run
merge into meter m
using (select distinct on (serial) * from stage_meter order by serial, line) s on m.serial = s.serial
when matched and row(m.dials, m.diameter_mm) is distinct from row(s.dials, s.diameter_mm) then
    update set dials = s.dials, diameter_mm = s.diameter_mm
when not matched then
    insert (id, serial, dials, diameter_mm) values (uuidv7(), s.serial, s.dials, s.diameter_mm)

--run
update meter_installation i
set installed_on = c.installed_on, removed_on = c.removed_on,
    removal_register = case when c.removed_on is not null then i.removal_register end,
    removal_noted_by = case when c.removed_on is not null then i.removal_noted_by end
from corrected_fitting c where i.id = c.id

-- what the file says of a fitting or a removal takes the place of what staff noted; what it does not know stays
--count compteurs.csv
merge into meter_installation i
using (
    select s.line, s.installed_on, s.install_register, meter.id as meter_id, p.id as service_point_id,
           coalesce(s.removed_on, noted.removed_on) as removed_on,
           coalesce(s.removal_register, noted.removal_register) as removal_register,
           case when s.removed_on is null or s.removed_on = noted.removed_on and s.removal_register = noted.removal_register
                then noted.removal_noted_by end as removal_noted_by
    from stage_meter s
    join meter on meter.serial = s.serial
    join service_point p on p.reference = s.service_point
    left join meter_installation noted on noted.meter_id = meter.id and noted.installed_on = s.installed_on
                                      and noted.removal_noted_by is not null) s
on i.meter_id = s.meter_id and i.installed_on = s.installed_on
when matched and row(i.service_point_id, i.install_register, i.removed_on, i.removal_register,
                     i.fitting_noted_by, i.removal_noted_by)
    is distinct from row(s.service_point_id, s.install_register, s.removed_on, s.removal_register,
                         null::text, s.removal_noted_by) then
    update set service_point_id = s.service_point_id, install_register = s.install_register,
               removed_on = s.removed_on, removal_register = s.removal_register,
               fitting_noted_by = null, removal_noted_by = s.removal_noted_by
when not matched then
    insert (id, meter_id, service_point_id, installed_on, install_register, removed_on, removal_register)
    values (uuidv7(), s.meter_id, s.service_point_id, s.installed_on, s.install_register, s.removed_on,
            s.removal_register)
returning merge_action()

-- What a file says otherwise stays on file as it was; whoever found it right has not seen what the file says.
--run
with replaced as (
insert into withdrawn_reading (reading_id, meter_id, read_on, register_value, source, quality, submitted_by, recorded_at,
                               withdrawn_at, withdrawn_by, reason)
select r.id, r.meter_id, r.read_on, r.register_value, r.source, r.quality, r.submitted_by, r.recorded_at, :now, 'import', ''
from stage_reading s
join meter on meter.serial = s.serial
join reading r on r.meter_id = meter.id and r.read_on = s.read_on and r.source = s.source
where r.register_value <> s.register_value
  and not exists (select from withdrawn_reading w
                  where w.meter_id = r.meter_id and w.read_on = s.read_on and w.source = s.source
                    and w.register_value = s.register_value and w.withdrawn_by like 'staff:%')
returning reading_id)
delete from reading_doubt d using replaced where d.reading_id = replaced.reading_id

-- a million come in one file: every hundredth one is followed by a rest
--count releves.csv
merge into reading r
using (
    select s.*, meter.id as meter_id
    from stage_reading s
    join meter on meter.serial = s.serial
    -- staff have corrected it or set it aside: it is not taken in again
    where not exists (select from withdrawn_reading w
                      where w.meter_id = meter.id and w.read_on = s.read_on and w.source = s.source
                        and w.register_value = s.register_value and w.withdrawn_by like 'staff:%')) s
on r.meter_id = s.meter_id and r.read_on = s.read_on and r.source = s.source
when matched and row(r.register_value, r.quality) is distinct from row(s.register_value, s.quality) then
    update set register_value = s.register_value, quality = s.quality
when not matched then
    insert (id, meter_id, read_on, register_value, source, quality, recorded_at)
    values (uuidv7(), s.meter_id, s.read_on, s.register_value,
            s.source || case when s.line % 100 = 0 then pg_sleep(:rest)::text else '' end, s.quality, :now)
returning merge_action()

--count mandats.csv
merge into mandate m
using (
    select s.*, coalesce(h.id, a.id) as agreement_id, split_part(s.iban, ':', 1) as mac,
           decode(split_part(s.iban, ':', 2), 'hex') as sealed, split_part(s.iban, ':', 3) as masked
    from stage_mandate s
    join known_number n on n.number = s.agreement
    join agreement a on a.number = n.agreement
    -- of the one whose name is on the account, else of whoever held the number when it was signed
    left join lateral (select id from holding h where h.number = n.agreement
                       order by strpos(lower(s.holder), h.name) = 0, h.until <= s.signed_on, h.until
                       limit 1) h on true) s
on m.creditor = s.creditor and m.reference = s.reference
when matched and row(m.agreement_id, m.holder, m.iban_mac, m.bank, m.signed_on, m.revoked_on)
    is distinct from row(s.agreement_id, s.holder, s.mac, s.bank, s.signed_on, s.revoked_on) then
    update set agreement_id = s.agreement_id, holder = s.holder, iban = s.sealed, iban_mac = s.mac, iban_masked = s.masked, bank = s.bank,
               signed_on = s.signed_on, revoked_on = s.revoked_on
when not matched then
    insert (id, agreement_id, reference, creditor, holder, iban, iban_mac, iban_masked, bank, signed_on, revoked_on)
    values (uuidv7(), s.agreement_id, s.reference, s.creditor, s.holder, s.sealed, s.mac, s.masked, s.bank,
            s.signed_on, s.revoked_on)
returning merge_action()

-- What has come over stays over. Of the rest the last file is right: people go on changing passwords until the portal
-- before this one closes.
--count anciens_comptes.csv
merge into old_login o using stage_old_login s on o.number = s.number
when matched and o.came_over_at is null
    and row(o.form, o.wrapped, o.first_name, o.last_name, o.email)
        is distinct from row(s.form, s.wrapped, s.first_name, s.last_name, s.email) then
    update set form = s.form, wrapped = s.wrapped, first_name = s.first_name, last_name = s.last_name, email = s.email
when not matched then
    insert (id, number, form, wrapped, first_name, last_name, email, imported_at)
    values (uuidv7(), s.number, s.form, s.wrapped, s.first_name, s.last_name, s.email, :now)
returning merge_action()

--run
create temporary table opened_by on commit drop as
select distinct o.id, a.id as agreement_id, a.customer_id
from stage_old_login s
join old_login o on o.number = s.number and o.came_over_at is null
cross join unnest(string_to_array(s.agreements, '|')) as each (number)
join known_number n on n.number = each.number
join agreement a on a.number = n.agreement

--run
delete from old_login_agreement l
using old_login o join stage_old_login s on s.number = o.number
where l.old_login_id = o.id and o.came_over_at is null
  and not exists (select from opened_by b where b.id = o.id and b.agreement_id = l.agreement_id)

--run
merge into old_login_agreement l using opened_by b on l.old_login_id = b.id and l.agreement_id = b.agreement_id
when matched then update set customer_id = b.customer_id
when not matched then insert (old_login_id, agreement_id, customer_id) values (b.id, b.agreement_id, b.customer_id)

-- a person whose reference was rewritten is let in as before
--run
update old_login_agreement l set customer_id = a.customer_id
from other_holder o join agreement a on a.id = o.id
where o.same and l.agreement_id = o.id and l.customer_id = o.customer_id

-- and whom they let see goes on seeing
--run
update delegation d set customer_id = a.customer_id
from other_holder o join agreement a on a.id = o.id
where o.same and d.agreement_id = o.id and d.customer_id = o.customer_id and d.ended_at is null
