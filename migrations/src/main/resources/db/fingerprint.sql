-- What a schema is made of, one line a part, without its own name: equal schemas give equal fingerprints.
-- Its one parameter is the schema, named in every lookup.
with target (name) as (select cast(? as text)),
part (description) as (
    select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
               || case when a.attnotnull then ' not null' else '' end
               || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where n.nspname = (select name from target) and c.relkind in ('r', 'p', 'v', 'm')
    union all
    select 'relation ' || c.relname || ' ' || c.relkind::text || coalesce(' ' || array_to_string(array(
               select item::text from unnest(c.relacl) item order by 1), ' '), '')
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = (select name from target) and c.relkind in ('r', 'p', 'v', 'm', 'S')
    union all
    select 'index ' || pg_get_indexdef(i.indexrelid)
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = (select name from target)
    union all
    select 'constraint ' || cast(cast(k.conrelid as regclass) as text) || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
      from pg_constraint k join pg_namespace n on n.oid = k.connamespace
     where n.nspname = (select name from target)
    union all
    select 'trigger ' || pg_get_triggerdef(t.oid)
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = (select name from target) and not t.tgisinternal
    union all
    select 'function ' || pg_get_functiondef(p.oid)
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = (select name from target) and p.prokind in ('f', 'p')
)
select string_agg(line, E'\n' order by line collate "C")
  from (select regexp_replace(description, '\m' || name || '\M[.]{0,1}', '', 'g') as line from part, target) lines
