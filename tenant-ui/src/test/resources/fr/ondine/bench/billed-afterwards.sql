insert into import_run (id, file_name, sha256, started_at, finished_at, state, known_on)
values (uuidv7(), 'bench.zip', '\x00', now(), now(), 'DONE', current_date);
update agreement set payment_method = 'INSTALMENTS' where right(number, 1) in ('0', '1', '2');
insert into instalment_plan (id, agreement_id, state, version, day, year_amount, basis, agreed_on, agreed_by)
select uuidv7(), id, 'AGREED', 1, 10, 300, 'BILLED', date '2025-10-01', 'bench' from agreement where payment_method = 'INSTALMENTS';
insert into instalment (plan_id, version, position, due_on, amount)
select p.id, 1, n, date '2025-11-10' + n * 30, 30 from instalment_plan p cross join generate_series(1, 10) n;
insert into payment (id, agreement_id, method, amount, state, initiated_at, settled_at, received_on)
select uuidv7(), p.agreement_id, 'DIRECT_DEBIT', i.amount, 'SETTLED', i.due_on, i.due_on, i.due_on
  from instalment_plan p join instalment i on i.plan_id = p.id where i.due_on <= current_date;
insert into ledger_entry (id, kind, source, effective_on, recorded_at, description)
select uuidv7(), 'PAYMENT', 'payment:' || id, received_on, now(), 'bench' from payment;
insert into posting (entry_id, position, account, agreement_id, amount)
select e.id, side.position, side.account, p.agreement_id, side.sign * p.amount
  from payment p join ledger_entry e on e.source = 'payment:' || p.id
 cross join (values (0, 'BANK', 1), (1, 'UNALLOCATED', -1)) side (position, account, sign);
insert into leak_file (id, agreement_id, used_from, read_on, litres, mean_litres, is_of_zone, state, detected_at, invoice_id,
                       notified_on, notice_channel, answer_by, certificate_on, certificate_by,
                       leak_place, repaired_on, scan, first_billed_on)
select uuidv7(), a.id, date '2025-07-01', date '2025-12-30', 400000, 60000, false, 'RECEIVED', now(), i.id,
       i.issued_on, 'INVOICE', i.issued_on + 30, i.issued_on + 10, 'user:bench', 'jardin',
       i.issued_on + 5, 'CLEAN', i.issued_on
  from agreement a join invoice i on i.agreement_id = a.id where right(a.number, 2) = '55'
