-- What a schema is made of, part by part; "not null" is told with the columns. Its one parameter is the schema. What
-- belongs to it is found through the dependencies on it, which have an index: no lookup may read the catalogue of a
-- thousand schemas.
with owned (classid, objid) as materialized (
    select d.classid, d.objid from pg_namespace n
      join pg_depend d on d.refclassid = 'pg_namespace'::regclass and d.refobjid = n.oid
     where n.nspname = ?
),
relation (oid, name, kind, acl) as materialized (
    select c.oid, c.relname, c.relkind, c.relacl from owned o
     cross join lateral (select * from pg_class where oid = o.objid offset 0) c
     where o.classid = 'pg_class'::regclass
),
part (description) as (
    select 'column ' || r.name || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
               || case when a.attnotnull then ' not null' else '' end
               || case when not a.atthasdef then '' else ' default ' || (
                      select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d
                       where d.adrelid = a.attrelid and d.adnum = a.attnum) end
      from relation r
     cross join lateral (
         select * from pg_attribute where attrelid = r.oid and attnum > 0 and not attisdropped offset 0) a
     where r.kind in ('r', 'p', 'v', 'm')
    union all
    select 'relation ' || name || ' ' || kind::text || coalesce(' ' || array_to_string(array(
               select item::text from unnest(acl) item order by 1), ' '), '')
      from relation where kind in ('r', 'p', 'v', 'm', 'S')
    union all
    select 'index ' || pg_get_indexdef(i.indexrelid)
      from relation r cross join lateral (select * from pg_index where indrelid = r.oid offset 0) i
    union all
    select 'constraint ' || cast(cast(k.conrelid as regclass) as text) || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
      from relation r cross join lateral (
         select * from pg_constraint where conrelid = r.oid and contype <> 'n' offset 0) k
    union all
    select 'constraint of ' || cast(cast(k.contypid as regtype) as text) || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
      from owned o
     cross join lateral (select * from pg_constraint where conrelid = 0 and contypid = o.objid offset 0) k
     where o.classid = 'pg_type'::regclass
    union all
    select 'trigger ' || pg_get_triggerdef(t.oid)
      from relation r cross join lateral (select * from pg_trigger where tgrelid = r.oid and not tgisinternal offset 0) t
    union all
    select 'function ' || pg_get_functiondef(p.oid)
      from owned o cross join lateral (select * from pg_proc where oid = o.objid and prokind in ('f', 'p') offset 0) p
     where o.classid = 'pg_proc'::regclass
)
select string_agg(description, E'\x1e') from part
