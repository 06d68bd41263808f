-- What the rules and the merges look up: numbers, fittings and invoices, those of the file and those known before.
-- Temporary tables have no statistics of their own until they are analyzed.

--run
create temporary table known_number on commit drop as
with used as (
    select agreement_number as number from stage_invoice
    union select agreement from stage_payment
    union select agreement from stage_refund
    union select agreement from stage_mandate
    union select agreement from stage_alias
    union select unnest(string_to_array(agreements, '|')) from stage_old_login)
select used.number, coalesce(named.number, renamed.agreement, known.number, again.agreement, renumbered.number) as agreement
from used
left join stage_agreement named on named.number = used.number
left join stage_alias renamed on renamed.number = used.number
left join agreement known on known.number = used.number
left join agreement_alias alias on alias.number = used.number
left join agreement renumbered on renumbered.id = alias.agreement_id
left join stage_alias again on again.number = renumbered.number
where coalesce(named.number, renamed.agreement, known.number, again.agreement, renumbered.number) is not null

--run
create index on known_number (number)

-- The agreements that the file gives to another reference. The same names from the same day on are the same person,
-- written down anew; an agreement that nothing hangs on was nobody's yet.
--run
create temporary table other_holder on commit drop as
select a.id, a.customer_id, a.started_on, s.line, s.number, s.customer, s.started_on as until,
       lower(concat_ws(' ', c.first_name, c.last_name))
           = lower(case when staged.line is null then concat_ws(' ', known.first_name, known.last_name)
                        else concat_ws(' ', staged.first_name, staged.last_name) end)
           and s.started_on <= a.started_on as same,
       not exists (select from invoice x where x.agreement_id = a.id)
           and not exists (select from payment x where x.agreement_id = a.id)
           and not exists (select from refund x where x.agreement_id = a.id)
           and not exists (select from mandate x where x.agreement_id = a.id)
           and not exists (select from posting x
                             where x.agreement_id = a.id and x.account in ('RECEIVABLE', 'UNALLOCATED'))
           and not exists (select from instalment_plan x where x.agreement_id = a.id)
           and not exists (select from leak_file x where x.agreement_id = a.id)
           and not exists (select from pending_claim x where x.agreement_id = a.id)
           and not exists (select from customer_link x where x.customer_id = a.customer_id) as empty
from agreement a
join customer c on c.id = a.customer_id
left join stage_alias renamed on renamed.number = a.number
join stage_agreement s on s.number = coalesce(renamed.agreement, a.number)
left join stage_customer staged on staged.reference = s.customer
left join customer known on known.reference = s.customer
where s.customer <> c.reference

--run
create temporary table handed_over on commit drop as
select id, number, line, customer, started_on, until from other_holder where not same and not empty

-- The last of those before, to whom a number goes back that was given to another person too early or by mistake.
--run
create temporary table taken_back on commit drop as
select o.id as mistaken, o.number, p.id
from other_holder o
join agreement a on a.id = o.id
join agreement p on p.number = split_part(a.number, '~', 1) || '~' || a.started_on and p.started_on = o.until
join customer c on c.id = p.customer_id and c.reference = o.customer
where o.empty

-- Everybody who holds an agreement of the file's, or held it under its number.
--run
create temporary table known_holder on commit drop as
select number, customer from stage_agreement
union
select coalesce(renamed.agreement, split_part(a.number, '~', 1)), c.reference
from agreement a
join customer c on c.id = a.customer_id
left join stage_alias renamed on renamed.number = split_part(a.number, '~', 1)
where exists (select from stage_invoice where customer is not null)
   or exists (select from stage_payment where customer is not null)
   or exists (select from stage_refund where customer is not null)

-- What staff noted of a meter, and the file has on another day: the nearest fitting there takes the place of the note.
--run
create temporary table corrected_fitting on commit drop as
select distinct on (meter_id, installed_on) *
from (
    select distinct on (i.id) i.id, i.meter_id, s.installed_on, abs(s.installed_on - i.installed_on) as days,
           case when i.removed_on >= s.installed_on then i.removed_on end as removed_on
    from meter_installation i
    join meter m on m.id = i.meter_id
    join service_point p on p.id = i.service_point_id
    join stage_meter s on s.serial = m.serial and s.service_point = p.reference
    where i.fitting_noted_by is not null
      and not exists (select from stage_meter same where same.serial = m.serial and same.installed_on = i.installed_on)
      and not exists (select from meter_installation known
                      where known.meter_id = i.meter_id and known.installed_on = s.installed_on)
    order by i.id, days) nearest
order by meter_id, installed_on, days

-- A removal that only staff know of counts for where the meter may be next, but refuses no reading of the file.
--run
create temporary table known_fitting on commit drop as
select s.line, s.serial, s.dials, s.installed_on, s.install_register,
       coalesce(s.removed_on, noted.removed_on) as removed_on,
       coalesce(s.removal_register, noted.removal_register) as removal_register,
       s.removed_on as read_until
from stage_meter s
left join meter m on m.serial = s.serial
left join lateral (
    select i.removed_on, i.removal_register
    from meter_installation i left join corrected_fitting c on c.id = i.id
    where i.meter_id = m.id and i.removal_noted_by is not null
      and coalesce(c.installed_on, i.installed_on) = s.installed_on and i.removed_on >= s.installed_on) noted on true
union all
select null, meter.serial, meter.dials, fitted.installed_on, fitted.install_register, fitted.removed_on,
       fitted.removal_register, case when fitted.removal_noted_by is null then fitted.removed_on end
from (select serial from stage_meter union select serial from stage_reading) touched
join meter on meter.serial = touched.serial
join meter_installation fitted on fitted.meter_id = meter.id
where not exists (
    select from stage_meter staged where staged.serial = meter.serial and staged.installed_on = fitted.installed_on)
  and not exists (select from corrected_fitting c where c.id = fitted.id)

--run
create index on known_fitting (serial, installed_on)

-- A payment is known by its reference; one made on the portal bears the number that the provider gave its money.
--run
create temporary table known_payment on commit drop as
select s.reference, p.id from stage_payment s join payment p on p.reference = s.reference
union all
select s.reference, p.id from stage_payment s join payment p on p.provider_payment = s.reference
where not exists (select from payment same where same.reference = s.reference)

--run
create index on known_payment (reference)

--run
create temporary table invoice_content on commit drop as
select i.number,
       coalesce(content.lines, 0) as lines,
       content.net,
       sha256(convert_to(row(i.number, i.agreement_number, i.kind, i.issued_on, i.due_on, i.period_from, i.period_to,
                             i.volume_m3, i.net_amount, i.vat_amount, i.total_amount)::text
                         || coalesce(E'\n' || i.corrects, '')
                         || E'\n' || coalesce(content.words, ''), 'UTF8')) as hash
from stage_invoice i
left join (
    select invoice,
           sum(lines) as lines,
           sum(net) as net,
           string_agg(words, E'\n' order by vat_rate) as words
    from (
        select invoice, vat_rate, count(*) as lines, sum(net_amount) as net,
               string_agg(row(position, section, label, quantity, unit, unit_price, net_amount, vat_rate)::text,
                          E'\n' order by position) as words
        from stage_invoice_line group by invoice, vat_rate) by_rate
    group by invoice) content on content.invoice = i.number

--run
create index on invoice_content (number)

-- The VAT that the lines of an invoice give by each lawful way to round it: the tax of each rate, of each line or of
-- the whole invoice, with its half cents going up, down or to the even cent.
--run
create temporary table invoice_vat on commit drop as
with lines as (
    select invoice, vat_rate, net_amount * vat_rate * 0.01 as vat from stage_invoice_line),
rounded as (
    select invoice, 'line' as per, vat from lines
    union all select invoice, 'rate', sum(vat) from lines group by invoice, vat_rate
    union all select invoice, 'invoice', sum(vat) from lines group by invoice)
select invoice, per,
       sum(round(vat, 2)) as half_up,
       sum(sign(vat) * ceil(abs(vat) * 100 - 0.5) * 0.01) as half_down,
       sum(case when abs(vat) * 100 % 1 = 0.5 then round(vat * 50) * 0.02 else round(vat, 2) end) as half_even
from rounded group by invoice, per

--run
create index on invoice_vat (invoice)

--run
analyze known_number, known_holder, known_fitting, known_payment, invoice_content, invoice_vat

-- The invoices whose VAT no way gives, with what each way does give.
--run
create temporary table wrong_vat on commit drop as
select s.line,
       min(v.half_up) filter (where v.per = 'rate') as by_rate,
       min(v.half_up) filter (where v.per = 'line') as by_line,
       min(v.half_up) filter (where v.per = 'invoice') as at_once
from stage_invoice s join invoice_vat v on v.invoice = s.number
group by s.line, s.vat_amount
having not bool_or(s.vat_amount in (v.half_up, v.half_down, v.half_even))

-- The registers that go down, compared with the last reading of the utility's own: what a subscriber sent, or an
-- estimate, gives way to it. The turn counts the utility's own readings so far.
--run
create temporary table falling_register on commit drop as
with series as (
    -- staff have corrected it or set it aside: it is not taken in again
    select line, serial, read_on, register_value, source, quality from stage_reading s
    where not exists (select from withdrawn_reading w join meter on meter.id = w.meter_id
                      where meter.serial = s.serial and w.read_on = s.read_on and w.source = s.source
                        and w.register_value = s.register_value and w.withdrawn_by like 'staff:%')
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
select s.line, s.register_value, s.read_on,
       p.line as previous_line, p.register_value as previous, p.read_on as previous_on
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
