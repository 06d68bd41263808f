insert into tariff (id, code, name, service, is_default)
values ('00000000-0000-0000-0000-000000000001', 'EAU', 'Eau et assainissement', 'WATER', true);
insert into tariff_version (id, tariff_id, valid_from, resolution, state, revision, changed_by, changed_at, published_by, published_at)
values ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001', date '2020-01-01', '2019-12-05/3',
        'PUBLISHED', 1, 'bench', now(), 'bench', now());
insert into tariff_charge (version_id, code, position, kind, label, section, beneficiary, rate_basis, vat_rate, vat_mention,
                           is_per_dwelling, is_on_request, basin)
select '00000000-0000-0000-0000-000000000002', code, position, kind, label, section, beneficiary, basis, vat, '', false, false, basin
  from (values
    ('ABO', 0, 'STANDING', 'Abonnement part intercommunale', 'WATER', 'INTERMUNICIPALITY', 'DAYS_OF_USE', 5.5, null),
    ('CONSO', 1, 'VOLUME', 'Consommation part intercommunale', 'WATER', 'INTERMUNICIPALITY', 'DAYS_OF_USE', 5.5, null),
    ('ASS-ABO', 2, 'STANDING', 'Abonnement assainissement', 'SEWERAGE', 'MUNICIPALITY', 'DAYS_OF_USE', 10, null),
    ('ASS-CONSO', 3, 'VOLUME', 'Collecte et traitement', 'SEWERAGE', 'MUNICIPALITY', 'DAYS_OF_USE', 10, null),
    ('AE-CONSO', 4, 'LEVY', 'Consommation eau potable (agence de l''eau)', 'PUBLIC_BODIES', 'WATER_AGENCY', 'DAY_OF_INVOICE', 5.5, 'RM'),
    ('AE-RESEAU', 5, 'LEVY', 'Performance des réseaux d''eau potable (agence de l''eau)', 'PUBLIC_BODIES', 'WATER_AGENCY', 'DAY_OF_INVOICE', 5.5, 'RM'),
    ('AE-ASS', 6, 'LEVY', 'Performance des systèmes d''assainissement collectif (agence de l''eau)', 'PUBLIC_BODIES', 'WATER_AGENCY', 'DAY_OF_INVOICE', 10, 'RM'))
    charge (code, position, kind, label, section, beneficiary, basis, vat, basin);
insert into tariff_price (version_id, charge_code, from_litres, price)
select '00000000-0000-0000-0000-000000000002', code, litres, price
  from (values ('ABO', 0, 42.5), ('CONSO', 0, 1.2345), ('CONSO', 60000, 1.5678), ('ASS-ABO', 0, 30), ('ASS-CONSO', 0, 1.87654))
    price (code, litres, price);
insert into levy_rate (basin, charge_code, year, rate, coefficient)
select 'RM', code, year, rate, coefficient
  from (values ('AE-CONSO', 0.33, 1), ('AE-RESEAU', 0.12, 0.4), ('AE-ASS', 0.28, 0.3)) levy (code, rate, coefficient)
  cross join generate_series(2025, 2027) year
