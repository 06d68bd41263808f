--liquibase formatted sql

--changeset ondine:tariffs
--comment An agreement without a tariff of its own has the default one of its service.
create table tariff (
    id         uuid primary key,
    code       text not null unique,
    name       text not null,
    service    text not null check (service in ('WATER', 'SEWERAGE')),
    is_default boolean not null
);
create unique index tariff_default on tariff (service) where is_default;

--comment A published version never changes. cap_* is who published it although its standing charges pass the legal share, and when.
create table tariff_version (
    id              uuid primary key,
    tariff_id       uuid not null references tariff,
    valid_from      date not null,
    resolution      text not null,
    state           text not null check (state in ('DRAFT', 'PUBLISHED')),
    revision        integer not null,
    changed_by      text not null,
    changed_at      timestamptz not null,
    published_by    text,
    published_at    timestamptz,
    cap_accepted_by text,
    cap_accepted_at timestamptz,
    unique (tariff_id, valid_from),
    check ((state = 'PUBLISHED') = (published_by is not null and published_at is not null)),
    check ((cap_accepted_by is null) = (cap_accepted_at is null))
);

create table tariff_charge (
    version_id      uuid not null references tariff_version on delete cascade,
    code            text not null,
    position        smallint not null,
    kind            text not null check (kind in ('STANDING', 'VOLUME', 'LEVY', 'FEE')),
    label           text not null,
    section         text not null check (section in ('WATER', 'SEWERAGE', 'PUBLIC_BODIES', 'OTHER')),
    beneficiary     text not null check (beneficiary in ('MUNICIPALITY', 'INTERMUNICIPALITY', 'OPERATOR', 'WATER_AGENCY', 'OTHER_BODY')),
    rate_basis      text not null check (rate_basis in ('DAYS_OF_USE', 'DAY_OF_INVOICE')),
    vat_rate        numeric(5,2) not null check (vat_rate in (0, 5.5, 10, 20)),
    vat_mention     text not null,
    is_per_dwelling boolean not null,
    is_on_request   boolean not null,
    basin           text,
    primary key (version_id, code),
    check ((vat_rate = 0) = (vat_mention <> '')),
    check ((kind = 'LEVY') = (basin is not null)),
    check (kind = 'FEE' or not is_on_request),
    check (kind in ('STANDING', 'VOLUME') or not is_per_dwelling)
);

--comment A tier goes until the next one begins, so that there can be neither hole nor overlap; so does a season (month-day). Prices exclude VAT: of a year, of a m3 or of a piece.
create table tariff_price (
    version_id  uuid not null,
    charge_code text not null,
    diameter_mm smallint check (diameter_mm > 0),
    season_from text check (season_from ~ '^[01][0-9]-[0-3][0-9]$'),
    from_litres bigint not null check (from_litres >= 0),
    price       numeric(12,6) not null check (price >= 0),
    foreign key (version_id, charge_code) references tariff_charge on delete cascade,
    unique nulls not distinct (version_id, charge_code, diameter_mm, season_from, from_litres)
);

--comment What a water agency asks for a m3 in a year, and how much of it the networks of this utility owe.
create table levy_rate (
    basin       text not null,
    charge_code text not null,
    year        smallint not null,
    rate        numeric(12,6) not null check (rate >= 0),
    coefficient numeric(8,6) not null check (coefficient between 0 and 1),
    primary key (basin, charge_code, year)
);

--comment The tariff that an agreement has from a day on, until the day of its next one.
create table agreement_tariff (
    agreement_id uuid not null references agreement,
    valid_from   date not null,
    tariff_id    uuid not null references tariff,
    primary key (agreement_id, valid_from)
);
create index agreement_tariff_tariff on agreement_tariff (tariff_id);

--comment At most one row: what the utility has chosen of how its tariffs are applied.
create table rating_rules (
    only_one     boolean primary key default true check (only_one),
    rounding     text not null check (rounding in ('HALF_UP', 'HALF_EVEN', 'HALF_DOWN', 'DOWN')),
    day_count    text not null check (day_count in ('DAYS', 'TWELFTHS')),
    tier_reset   text not null check (tier_reset in ('EACH_PERIOD', 'EACH_YEAR')),
    standing_cap text not null check (standing_cap in ('ORDINARY', 'RURAL', 'TOURIST'))
);

--changeset ondine:dwellings
--comment How many dwellings are behind a meter: some prices and tiers are for each of them.
alter table service_point add column dwellings integer not null default 1;
alter table service_point add constraint service_point_dwellings check (dwellings >= 1) not valid;

--changeset ondine:tariffs-published splitStatements:false
--comment What was published stays. A copy of a whole schema brings a version and its prices in one transaction, before anybody has seen it published.
create function tariff_version_kept() returns trigger language plpgsql as
$$
begin
    if old.state = 'PUBLISHED' then
        raise exception 'tariff version % is published', old.id using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;
create function tariff_prices_kept() returns trigger language plpgsql as
$$
declare
    version tariff_version%rowtype;
begin
    for version in select * from tariff_version
                    where id in (case when tg_op <> 'INSERT' then old.version_id end,
                                 case when tg_op <> 'DELETE' then new.version_id end)
                      for share
    loop
        if version.state = 'PUBLISHED'
           and (select xmin <> pg_current_xact_id()::xid from tariff_version where id = version.id) then
            raise exception 'tariff version % is published', version.id using errcode = 'restrict_violation';
        end if;
    end loop;
    return case tg_op when 'DELETE' then old else new end;
end
$$;
--rollback drop function tariff_version_kept(); drop function tariff_prices_kept();

--changeset ondine:tariffs-published-triggers
create trigger tariff_version_kept before update or delete on tariff_version
    for each row execute function tariff_version_kept();
create trigger tariff_charge_kept before insert or update or delete on tariff_charge
    for each row execute function tariff_prices_kept();
create trigger tariff_price_kept before insert or update or delete on tariff_price
    for each row execute function tariff_prices_kept();
