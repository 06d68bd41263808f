insert into premise (id, reference, street, postcode, city)
select uuidv7(), 'L' || n, n % 200 || ' rue ' || n / 200, '57111', 'Amanvillers' from generate_series({first}, {last}) n;
insert into service_point (id, reference, premise_id, service)
select uuidv7(), 'P' || n, p.id, 'WATER' from generate_series({first}, {last}) n join premise p on p.reference = 'L' || n;
insert into customer (id, reference, kind, last_name)
select uuidv7(), 'C' || n, 'PERSON', 'Abonné ' || n from generate_series({first}, {last}) n;
insert into agreement (id, number, customer_id, service_point_id, service, payment_method, started_on)
select uuidv7(), lpad(n::text, 9, '0'), c.id, sp.id, 'WATER', 'ON_INVOICE', date '2025-07-01'
  from generate_series({first}, {last}) n join customer c on c.reference = 'C' || n join service_point sp on sp.reference = 'P' || n;
insert into meter (id, serial, dials, diameter_mm)
select uuidv7(), 'M' || n, 5, 15 from generate_series({first}, {last}) n;
insert into meter_installation (id, meter_id, service_point_id, installed_on, install_register)
select uuidv7(), m.id, sp.id, date '2020-01-01', 0
  from generate_series({first}, {last}) n join meter m on m.serial = 'M' || n join service_point sp on sp.reference = 'P' || n;
insert into reading (id, meter_id, read_on, register_value, source, quality, recorded_at)
select uuidv7(), m.id, r.day, (11 + r.half) * (40000 + n % 30000)
           + case when n % 100 = 0 and r.half = 2 then 60000 + n % 30000 else 0 end, 'AGENT', 'ACTUAL', r.day
  from generate_series({first}, {last}) n join meter m on m.serial = 'M' || n
 cross join (values (date '2025-07-01', 0), (date '2025-12-30', 1), (date '2026-06-29', 2)) r (day, half)
